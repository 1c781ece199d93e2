// The line that says what became of what was done: beside it, one at a time, and gone with the next.
(() => {
  /** How long (ms) a line stays beside what it has announced: time enough to read it. */
  const after = 6000;

  /** By list of messages, when the last new one came. */
  const arrivals = new WeakMap();

  const listOf = (line) => line.parentElement.querySelector(':scope > .log');

  function goSoon(line) {
    setTimeout(() => line.remove(), after);
  }

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
    // What it announces may have come before it.
    if (!about && performance.now() - (arrivals.get(listOf(line)) ?? -Infinity) < 2000) goSoon(line);
    if (rest) window.scrollPlace.keep(log, rest);
    else line.scrollIntoView({ block: 'nearest' });
  }

  // What was locked in is no news any more once the answer is there.
  document.addEventListener('playground:shown', ({ detail: { message } }) => {
    const about = message?.querySelector('.tally') ? message.id.slice(1) : null;
    if (about !== null) document.querySelector(`.acknowledgement[data-message="${about}"]`)?.remove();
  });

  // What stands above the message box announces what is to come, and is no news once that is here.
  document.addEventListener('playground:arrived', ({ detail: { log } }) => {
    arrivals.set(log, performance.now());
    const line = log.parentElement.querySelector(':scope > .acknowledgement');
    if (line !== null) goSoon(line);
  });

  document.addEventListener('htmx:sseOpen', (event) => {
    event.detail.source.addEventListener('acknowledgement', ({ data }) => show(data));
    event.detail.source.addEventListener('open-thread', ({ data }) => location.assign(data));
  });
})();
