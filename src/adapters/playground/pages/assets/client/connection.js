// Says when the server is away or something did not arrive, and when all is well again.
(() => {
  let fading;
  let lost = false;
  let leaving = false;

  function tell(text, kind) {
    // What stands before the page is in front of its line as well, and has its own.
    const line = document.querySelector('dialog[open] [role="status"]') ?? document.getElementById('connection');
    clearTimeout(fading);
    line.textContent = text;
    line.dataset.kind = kind;
    if (kind === 'good') fading = setTimeout(() => tell('', ''), 2500);
  }

  document.addEventListener('htmx:sseOpen', (event) => {
    event.detail.source.addEventListener('reload', () => location.replace('/'));
    if (lost) tell('Connected again.', 'good');
    lost = false;
    document.body.dataset.connected = 'true';
  });

  document.addEventListener('htmx:sseError', () => {
    // Every further attempt ends here, too; what was said meanwhile of something that did not arrive stays to be read.
    if (leaving || lost) return;
    lost = true;
    document.body.dataset.connected = 'false';
    tell('The server does not answer. Connecting again …', 'bad');
  });

  document.addEventListener('htmx:sendError', () => tell('That did not arrive. Please try again in a moment.', 'bad'));

  document.addEventListener('htmx:responseError', (event) => {
    const { status, responseText } = event.detail.xhr;
    const words = { 404: 'That is no longer there. Load the page anew.', 422: responseText };
    tell(words[status] ?? 'That went wrong. Please try again.', 'bad');
  });

  document.addEventListener('htmx:afterRequest', (event) => {
    if (!event.target.matches('.player')) return;
    const box = event.target.elements.name;
    if (event.detail.successful) {
      tell('Your name is saved.', 'good');
      box.defaultValue = box.value;
    } else if (event.detail.xhr.status === 422) {
      box.value = box.defaultValue;
    }
  });

  window.addEventListener('beforeunload', () => {
    leaving = true;
  });
})();
