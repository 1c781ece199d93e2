// Says when the server is away or something did not arrive, and when all is well again.
(() => {
  let fading;
  let lost = false;
  let leaving = false;

  function tell(text, kind) {
    const line = document.getElementById('connection');
    clearTimeout(fading);
    line.textContent = text;
    line.className = kind;
    if (kind === 'good') fading = setTimeout(() => tell('', ''), 2500);
  }

  document.addEventListener('htmx:sseOpen', (event) => {
    event.detail.source.addEventListener('reload', () => location.replace('/'));
    if (lost) tell('Connected again.', 'good');
    lost = false;
    document.body.dataset.connected = 'true';
  });

  document.addEventListener('htmx:sseError', () => {
    if (leaving) return;
    lost = true;
    document.body.dataset.connected = 'false';
    tell('The server does not answer. Connecting again …', 'bad');
  });

  document.addEventListener('htmx:sendError', () => tell('That did not arrive. Please try again in a moment.', 'bad'));

  document.addEventListener('htmx:responseError', (event) => {
    const isGone = event.detail.xhr.status === 404;
    tell(isGone ? 'That is no longer there. Load the page anew.' : 'That went wrong. Please try again.', 'bad');
  });

  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.successful && event.target.matches('.player')) tell('Your name is saved.', 'good');
  });

  window.addEventListener('beforeunload', () => {
    leaving = true;
  });
})();
