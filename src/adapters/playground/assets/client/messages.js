// New messages at the end, changed ones where they are. Focus and place stay where they were.
(() => {
  const nearEnd = 80;

  /** What came in while a button is held down; null while none is. Shown at once, it would move the button away. */
  let held = null;

  const isAtEnd = (log) => log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;

  /** The end of a list, or the beginning of its last message where that is longer than the list is high. */
  function showLast(log) {
    const last = log.lastElementChild;
    const isLong = last !== null && last.offsetHeight > log.clientHeight;
    log.scrollTop = isLong ? last.offsetTop - log.offsetTop - 8 : log.scrollHeight;
  }

  function show(log, incoming) {
    const follow = isAtEnd(log);
    const known = document.getElementById(incoming.id);
    if (known !== null) window.Idiomorph.morph(known, incoming);
    else if (!incoming.hidden) log.append(incoming);
    const shown = document.getElementById(incoming.id);
    if (shown !== null) window.htmx.process(shown);
    document.dispatchEvent(new Event('playground:shown'));
    if (known === null && follow) showLast(log);
    else if (follow && isAtEnd(log) === false) log.scrollTop = log.scrollHeight;
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

  for (const log of document.querySelectorAll('.log')) log.scrollTop = log.scrollHeight;
  const named = document.getElementById(location.hash.slice(1));
  named?.scrollIntoView({ block: 'center' });
})();
