// What was sent before comes back by the arrow up in an empty box, as in a terminal.
(() => {
  const most = 50;
  const key = `sent ${location.pathname.split('/')[2]}`;
  const read = () => JSON.parse(sessionStorage.getItem(key) ?? '[]');
  /** How many back, by box. */
  const places = new WeakMap();

  document.addEventListener('htmx:afterRequest', (event) => {
    const { successful, requestConfig, elt } = event.detail;
    if (!successful || !elt.matches('.composer')) return;
    const text = requestConfig.formData.get('text');
    const others = read().filter((known) => known !== text);
    sessionStorage.setItem(key, JSON.stringify([text, ...others].slice(0, most)));
    for (const box of document.querySelectorAll('input[role="combobox"]')) places.delete(box);
  });

  document.addEventListener('keydown', (event) => {
    const box = event.target;
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step === undefined || !box.matches?.('input[role="combobox"]')) return;
    const isOpen = box.getAttribute('aria-expanded') === 'true';
    const place = places.get(box) ?? 0;
    const sent = read();
    const isOurs = place > 0 ? box.value === sent[place - 1] : box.value === '' && step === 1;
    if (!isOurs || (isOpen && place === 0)) return;
    const next = Math.min(sent.length, Math.max(0, place + step));
    event.preventDefault();
    event.stopImmediatePropagation();
    places.set(box, next);
    box.value = next === 0 ? '' : sent[next - 1];
    window.suggestions.close(box);
  });
})();
