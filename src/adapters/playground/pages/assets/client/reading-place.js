// Where a list of messages stands: it goes along with what is new, unless its reader has scrolled away from the end.
(() => {
  const nearEnd = 80;
  const gap = 8;

  /** Time (ms) in which what a request brought about arrives after it. */
  const grace = 1000;

  /** By list: 'end', 'top' for one that was put at the top of a long last message, or null where somebody reads. */
  const rests = new WeakMap();

  /** By list, the message at whose top it was put. */
  const tops = new WeakMap();

  let requests = 0;

  const asks = (message) => message.querySelector('button.letter') !== null;
  const isLong = (log, message) => message.offsetHeight > log.clientHeight;
  const isOutOfUse = (log) => log.offsetParent === null;
  const lastOf = (log) => [...log.children].findLast((child) => !child.hidden);
  const topOf = (log, message) => message.offsetTop - log.offsetTop - gap;

  function restOf(log) {
    if (log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd) return 'end';
    const last = lastOf(log);
    return tops.get(log) === last && Math.abs(topOf(log, last) - log.scrollTop) < 2 ? 'top' : null;
  }

  function note(log) {
    const rest = restOf(log);
    rests.set(log, rest);
    if (rest !== null) offerOf(log).hidden = true;
  }

  function toEnd(log) {
    log.scrollTop = log.scrollHeight;
    note(log);
  }

  /** Shows a message whole; of a longer one its beginning, or its buttons where it asks something. */
  function bring(log, message) {
    const readFromTop = isLong(log, message) && !asks(message);
    if (readFromTop) tops.set(log, message);
    const end = topOf(log, message) + message.offsetHeight + 2 * gap - log.clientHeight;
    log.scrollTop = readFromTop ? topOf(log, message) : message === lastOf(log) ? log.scrollHeight : end;
    note(log);
  }

  function keep(log, rest) {
    if (rest === 'end') toEnd(log);
    if (rest === 'top') bring(log, lastOf(log));
  }

  const offerOf = (log) => log.parentElement.querySelector('.newer');

  /** Says that there is something new where the reader does not look. */
  function offer(log) {
    if (isOutOfUse(log)) document.getElementById('channel-news').textContent = 'new';
    else offerOf(log).hidden = false;
  }

  /** What a list was before a message of it came or changed (`known` is null for a new one). */
  function before(log, known) {
    return {
      rest: restOf(log),
      asked: known !== null && asks(known),
      height: known?.offsetHeight ?? 0,
      isNew: known === null,
    };
  }

  function after(log, message, { rest, asked, height, isNew }) {
    const isOther = asked !== asks(message) || message.offsetHeight - height > log.clientHeight / 2;
    const isWatched = requests > 0 || (rest === 'end' && message === lastOf(log));
    if (message.hidden) keep(log, rest);
    else if (isNew && isOutOfUse(log)) offer(log);
    else if (asks(message) && !asked) bring(log, message);
    else if (isNew && rest === null && requests === 0) offer(log);
    else if (isNew || (isOther && isWatched)) bring(log, message);
    else keep(log, rest);
  }

  document.addEventListener('htmx:beforeSend', ({ target, detail }) => {
    if (!target.matches('.composer, .log .actions button')) return;
    requests += 1;
    detail.xhr.addEventListener('loadend', () => {
      setTimeout(() => {
        requests -= 1;
      }, grace);
    });
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest('.newer button');
    if (button === null) return;
    const log = document.getElementById(button.getAttribute('aria-controls'));
    bring(log, lastOf(log));
    log.focus({ preventScroll: true });
  });

  const sizes = new ResizeObserver((changes) => {
    for (const { target } of changes) keep(target, rests.get(target));
  });

  function begin(log) {
    bring(log, lastOf(log));
    log.addEventListener('scroll', () => note(log), { passive: true });
    sizes.observe(log);
  }

  for (const log of document.querySelectorAll('.log')) begin(log);
  const named = document.getElementById(location.hash.slice(1));
  named?.scrollIntoView({ block: 'center' });
  for (const log of document.querySelectorAll('.log')) note(log);

  window.readingPlace = { before, after };
})();
