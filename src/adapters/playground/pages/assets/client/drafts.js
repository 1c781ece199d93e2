// What was typed and not sent stays in its box when another page of the same channel is loaded, such as an open thread.
(() => {
  const [, , player, channel] = location.pathname.split('/');
  const keyOf = (box) => `draft ${player} ${channel} ${box.id}`;
  const boxes = () => document.querySelectorAll('input[role="combobox"]');

  window.addEventListener('pagehide', () => {
    for (const box of boxes()) {
      const { value, selectionStart: start, selectionEnd: end } = box;
      if (value === '') sessionStorage.removeItem(keyOf(box));
      else
        sessionStorage.setItem(keyOf(box), JSON.stringify({ value, start, end, on: box === document.activeElement }));
    }
  });

  for (const box of boxes()) {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(box)) ?? 'null');
    sessionStorage.removeItem(keyOf(box));
    if (kept === null || box.value !== '') continue;
    box.value = kept.value;
    box.setSelectionRange(kept.start, kept.end);
    // Whoever was typing goes on where they were.
    if (kept.on) box.focus({ preventScroll: true });
  }
})();
