// What can be typed on: chosen by arrow keys, Tab or mouse.
(() => {
  const boxSelector = 'input[role="combobox"]';

  const listOf = (box) => document.getElementById(box.getAttribute('aria-controls'));
  const chosenIn = (list) => list.querySelector('[aria-selected="true"]');

  function show(box, open) {
    listOf(box).hidden = !open;
    box.setAttribute('aria-expanded', String(open));
    if (!open) box.removeAttribute('aria-activedescendant');
  }

  function choose(box, option) {
    chosenIn(listOf(box))?.setAttribute('aria-selected', 'false');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', option.id);
  }

  function take(box, option) {
    box.value = option.dataset.text;
    show(box, false);
    box.focus();
    // Something is to follow.
    if (/[ :]$/.test(box.value)) window.htmx.trigger(box, 'suggest');
  }

  function onKey(event) {
    const box = event.target;
    if (!box.matches?.(boxSelector)) return;
    const list = listOf(box);
    const options = [...list.children];
    if (event.key === 'Escape') show(box, false);
    if (list.hidden || options.length === 0) return;
    const chosen = chosenIn(list);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const from = chosen === null ? (step === 1 ? -1 : 0) : options.indexOf(chosen);
      choose(box, options[(from + step + options.length) % options.length]);
    } else if ((event.key === 'Tab' && !event.shiftKey) || (event.key === 'Enter' && chosen !== null)) {
      event.preventDefault();
      take(box, chosen ?? options[0]);
    }
  }

  document.addEventListener('keydown', onKey);

  document.addEventListener('mousedown', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option === null) return;
    event.preventDefault();
    take(option.closest('form').querySelector(boxSelector), option);
  });

  document.addEventListener('focusout', (event) => {
    if (event.target.matches?.(boxSelector)) show(event.target, false);
  });

  document.addEventListener('htmx:afterSwap', (event) => {
    const list = event.target;
    if (!list.matches('.suggestions')) return;
    const box = list.closest('form').querySelector(boxSelector);
    // What was asked for before the words were sent, or typed on, is nothing to open the list for.
    if (box.value !== event.detail.requestConfig.formData.get('text')) return;
    show(box, document.activeElement === box && list.children.length > 0);
  });

  window.suggestions = { close: (box) => show(box, false) };
})();
