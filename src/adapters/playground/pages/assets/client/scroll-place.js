// Where a list of messages stands, and how it is moved.
(() => {
  const kinds = window.messageKinds;
  const nearEnd = 80;
  const gap = 8;

  /**
   * By list: 'end', 'top' for one that was put at the top of a long last message, 'question' for one that goes no further, so
   * that an open question stays in sight, or null where somebody reads.
   */
  const rests = new WeakMap();

  /** By list, the message at whose top it was put. */
  const tops = new WeakMap();

  const isLong = (log, message) => message.offsetHeight > log.clientHeight;
  const isOutOfUse = (log) => log.offsetParent === null;
  const lastOf = (log) => [...log.children].findLast((child) => !child.hidden && !child.matches('.acknowledgement'));
  const heightOn = (element) => element.getBoundingClientRect().top;
  const topOf = (log, part) => Math.round(heightOn(part) - heightOn(log) + log.scrollTop) - gap;
  const offerOf = (log) => log.parentElement.querySelector('.newer');

  /** How far a list may go without hiding an option of a question whose time runs; its time goes first where both have no room. */
  function furthest(log) {
    const choices = kinds.runningIn(log);
    if (choices === null) return Number.POSITIVE_INFINITY;
    const options = choices.querySelector('.tiles') ?? choices;
    const from = topOf(log, options);
    const lastInSight = from + options.offsetHeight + 2 * gap - log.clientHeight;
    return Math.max(topOf(log, choices), Math.min(from, lastInSight));
  }

  function restOf(log) {
    if (log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd) return 'end';
    if (Math.abs(furthest(log) - log.scrollTop) < 2) return 'question';
    const last = lastOf(log);
    return tops.get(log) === last && Math.abs(topOf(log, last) - log.scrollTop) < 2 ? 'top' : null;
  }

  function note(log) {
    const rest = restOf(log);
    rests.set(log, rest);
    if (rest !== null) offerOf(log).hidden = true;
  }

  /** Shows a message whole; of a longer one its beginning, or its buttons where it asks something. */
  function bring(log, message) {
    const readFromTop = isLong(log, message) && !kinds.asks(message);
    if (readFromTop) tops.set(log, message);
    const end = topOf(log, message) + message.offsetHeight + 2 * gap - log.clientHeight;
    const to = readFromTop ? topOf(log, message) : message === lastOf(log) ? log.scrollHeight : end;
    log.scrollTop = Math.min(to, furthest(log));
    note(log);
  }

  const bringLast = (log) => bring(log, lastOf(log));

  function keep(log, rest = rests.get(log)) {
    if (rest === 'top' || rest === 'question') bringLast(log);
    if (rest !== 'end') return;
    log.scrollTop = log.scrollHeight;
    note(log);
  }

  /** Says that there is something new where the reader does not look. */
  function offer(log) {
    if (isOutOfUse(log)) document.getElementById('channel-news').textContent = 'new';
    else offerOf(log).hidden = false;
  }

  window.scrollPlace = { isOutOfUse, lastOf, restOf, note, bring, bringLast, keep, offer };
})();
