// Lists of messages go along with what is new, unless their reader has scrolled away from the end.
(() => {
  const place = window.scrollPlace;
  const kinds = window.messageKinds;

  const titleOf = (message) => message?.querySelector('.card > :is(h2, h3)')?.textContent;

  /** What a list was before a message of it came or changed (`known` is null for a new one). */
  function before(log, known) {
    return {
      rest: place.restOf(log),
      asked: known !== null && kinds.asks(known),
      called: known !== null && kinds.calls(known),
      revealed: known !== null && kinds.isRevealed(known),
      height: known?.offsetHeight ?? 0,
      title: titleOf(known),
      isNew: known === null,
    };
  }

  function after(log, message, { rest, asked, called, revealed, height, title, isNew }) {
    const isAwaited = window.ownRequests.areUnderWay();
    const grown = message.offsetHeight - height;
    // The rest of an answer opens below what was read, so the reader stays there; without it the end comes to them.
    const isUnfolded = !isNew && isAwaited && title !== undefined && title === titleOf(message);
    const isOther = asked !== kinds.asks(message) || grown > log.clientHeight / 2;
    const isWatched = isAwaited || rest === 'question' || (rest === 'end' && message === place.lastOf(log));
    if (message.hidden) place.keep(log, rest);
    else if (isUnfolded && isOther && asked === kinds.asks(message)) place.note(log);
    else if (isNew && place.isOutOfUse(log)) place.offer(log);
    else if (kinds.calls(message) && !called) place.bring(log, message);
    else if (kinds.isRevealed(message) && !revealed && !isNew && rest !== null) place.bring(log, message);
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
