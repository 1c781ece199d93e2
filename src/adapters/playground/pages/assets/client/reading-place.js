// Lists of messages go along with what is new, unless their reader has scrolled away from the end.
(() => {
  const place = window.scrollPlace;

  /** What a list was before a message of it came or changed (`known` is null for a new one). */
  function before(log, known) {
    return {
      rest: place.restOf(log),
      asked: known !== null && place.asks(known),
      height: known?.offsetHeight ?? 0,
      isNew: known === null,
    };
  }

  function after(log, message, { rest, asked, height, isNew }) {
    const isAwaited = window.ownRequests.areUnderWay();
    const isOther = asked !== place.asks(message) || message.offsetHeight - height > log.clientHeight / 2;
    const isWatched = isAwaited || (rest === 'end' && message === place.lastOf(log));
    if (message.hidden) place.keep(log, rest);
    else if (isNew && place.isOutOfUse(log)) place.offer(log);
    else if (place.asks(message) && !asked) place.bring(log, message);
    else if (isNew && rest === null && !isAwaited) place.offer(log);
    else if (isNew || (isOther && isWatched)) place.bring(log, message);
    else place.keep(log, rest);
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('.newer button');
    if (button === null) return;
    const log = document.getElementById(button.getAttribute('aria-controls'));
    place.bringLast(log);
    log.focus({ preventScroll: true });
  });

  const sizes = new ResizeObserver((changes) => {
    for (const { target } of changes) place.keep(target);
  });

  function begin(log) {
    place.bringLast(log);
    log.addEventListener('scroll', () => place.note(log), { passive: true });
    sizes.observe(log);
  }

  for (const log of document.querySelectorAll('.log')) begin(log);
  const named = document.getElementById(location.hash.slice(1));
  named?.scrollIntoView({ block: 'center' });
  for (const log of document.querySelectorAll('.log')) place.note(log);

  window.readingPlace = { before, after };
})();
