// The keyboard in a quiz: 1 to 4 and A to D choose where nobody types, and a question takes the focus that is free.
(() => {
  const boxSelector = 'input, textarea, select, [contenteditable]';

  /** The tiles of the last question that can be answered now, in the open thread before the channel. */
  function openTiles() {
    const lists = ['thread-messages', 'messages'].map((id) => document.getElementById(id));
    return lists
      .filter((list) => list !== null && list.offsetParent !== null)
      .map((list) => [...list.querySelectorAll('.tiles.open')].at(-1))
      .find((tiles) => tiles !== undefined);
  }

  /** A box into which the page itself has put the focus, and nobody has typed or clicked since. */
  let given = document.activeElement?.matches('.box') ? document.activeElement : null;

  function giveUp(event) {
    if (event.target === given) given = null;
  }

  function isFree() {
    const focused = document.activeElement;
    return focused === null || focused === document.body || focused === given || focused.matches('.log, .tiles, .tile');
  }

  document.addEventListener('playground:shown', ({ detail: { log, message, asked } }) => {
    if (message === null || asked || !window.messageKinds.asks(message) || log.id !== 'thread-messages') return;
    if (isFree()) message.querySelector('.tiles').focus({ preventScroll: true });
  });

  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
    const isTyping = target.matches?.(boxSelector) && target.type !== 'checkbox';
    if (isTyping) {
      // From an empty box to the answers.
      if (key === 'Escape' && target.value === '') openTiles()?.focus({ preventScroll: true });
      return;
    }
    const place = /^[1-4]$/.test(key) ? Number(key) - 1 : 'abcd'.indexOf(key.toLowerCase());
    const tile = key.length === 1 && place >= 0 ? openTiles()?.querySelectorAll('.tile')[place] : undefined;
    if (tile === undefined) return;
    event.preventDefault();
    tile.focus({ preventScroll: true });
    tile.click();
  });

  for (const event of ['keydown', 'pointerdown']) document.addEventListener(event, giveUp, { capture: true });

  const waiting = document.querySelector('#thread-messages .tiles.open');
  if (waiting !== null && isFree()) waiting.focus({ preventScroll: true });
})();
