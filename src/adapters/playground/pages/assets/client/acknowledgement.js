// The line that says what became of what was done: beside it, one at a time, and gone with the next.
(() => {
  function show(text) {
    for (const earlier of document.querySelectorAll('.acknowledgement')) earlier.remove();
    const template = document.createElement('template');
    template.innerHTML = text;
    const line = template.content.firstElementChild;
    const { message, box } = line.dataset;
    const about = document.getElementById(`t${message}`) ?? document.getElementById(`m${message}`);
    const log = about?.parentElement;
    const rest = log && window.scrollPlace.restOf(log);
    if (about) about.after(line);
    else (document.getElementById(box) ?? document.getElementById('message-box')).form.before(line);
    if (rest) window.scrollPlace.keep(log, rest);
    else line.scrollIntoView({ block: 'nearest' });
  }

  // What was locked in is no news any more once the answer is there.
  document.addEventListener('playground:shown', ({ detail: { message } }) => {
    const about = message?.querySelector('.tally') ? message.id.slice(1) : null;
    if (about !== null) document.querySelector(`.acknowledgement[data-message="${about}"]`)?.remove();
  });

  document.addEventListener('htmx:sseOpen', (event) => {
    event.detail.source.addEventListener('acknowledgement', ({ data }) => show(data));
    event.detail.source.addEventListener('open-thread', ({ data }) => location.assign(data));
  });
})();
