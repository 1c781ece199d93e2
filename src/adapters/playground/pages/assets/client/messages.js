// New messages at the end, changed ones where they are. Focus stays where it was.
(() => {
  /** What came in while a button is held down; null while none is. Shown at once, it would move the button away. */
  let held = null;

  function show(log, incoming) {
    const known = document.getElementById(incoming.id);
    // The answer to a press may be overtaken by a change that came after it.
    if (known !== null && Number(incoming.dataset.revision) < Number(known.dataset.revision)) return;
    if (known === null && window.earlierMessages.isBefore(log, incoming)) return;
    const asked = known !== null && window.messageKinds.asks(known);
    if (known === null) incoming.classList.add('arrived');
    else if (known.classList.contains('arrived')) incoming.classList.add('arrived');
    const before = window.readingPlace.before(log, known);
    const hadFocus = known?.contains(document.activeElement) === true;
    if (known !== null) window.Idiomorph.morph(known, incoming);
    else if (!incoming.hidden) log.append(incoming);
    const shown = document.getElementById(incoming.id);
    if (shown !== null) window.htmx.process(shown);
    if (known === null && shown?.matches('.bot:not(.private)'))
      document.dispatchEvent(new CustomEvent('playground:arrived', { detail: { log } }));
    document.dispatchEvent(new CustomEvent('playground:shown', { detail: { log, message: shown, asked } }));
    // What was pressed may have gone: More has become Less, and a question its answer, after which the next one comes.
    if (hadFocus && document.activeElement === document.body) {
      const next = asked ? log : shown?.querySelector('.actions button');
      next?.focus({ preventScroll: true });
    }
    if (shown !== null) window.readingPlace.after(log, shown, before);
  }

  document.addEventListener('htmx:oobBeforeSwap', (event) => {
    const log = event.detail.target;
    if (!log.classList.contains('log')) return;
    event.detail.shouldSwap = false;
    const incoming = event.detail.fragment.firstElementChild;
    if (incoming === null) return;
    if (held === null) show(log, incoming);
    else held.push([log, incoming]);
  });

  // htmx goes on listening to what it once knew, also where nothing is left to be chosen.
  document.addEventListener('htmx:confirm', (event) => {
    if (event.target.matches('[aria-disabled="true"]')) event.preventDefault();
  });

  document.addEventListener('pointerdown', (event) => {
    if (event.target.closest('.log button') !== null) held ??= [];
  });

  function letGo() {
    const waiting = held ?? [];
    held = null;
    for (const [log, incoming] of waiting) show(log, incoming);
  }

  // The click comes right after the pointer is up, and is to meet the button.
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => setTimeout(letGo));
  window.addEventListener('blur', letGo);
})();
