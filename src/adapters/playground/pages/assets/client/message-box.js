// The message box: Enter sends. What did not arrive stays in the box.
(() => {
  document.addEventListener('htmx:afterRequest', (event) => {
    const { successful, requestConfig } = event.detail;
    if (!successful || !event.target.matches('.composer')) return;
    const box = event.target.querySelector('input[role="combobox"]');
    if (box.value === requestConfig.formData.get('text')) box.value = '';
    window.suggestions.close(box);
  });

  const boxOf = (element) => document.getElementById(element.closest('[data-box]')?.dataset.box ?? 'message-box');

  document.addEventListener('click', (event) => {
    const begun = event.target.closest('[data-fill]');
    if (begun === null) return;
    const box = boxOf(begun);
    box.focus();
    box.select();
    // As if it were typed, so that it can be completed, and taken back with what stood there.
    document.execCommand('insertText', false, begun.dataset.fill);
  });

  document.addEventListener('click', (event) => {
    const example = event.target.closest('[data-try]');
    if (example === null) return;
    const box = boxOf(example);
    const kept = box.value;
    box.value = example.dataset.try;
    box.form.requestSubmit();
    // What was being typed is none of it.
    box.value = kept;
  });

  // Where there is a keyboard rather than a thumb, one can type at once.
  if (matchMedia('(min-width: 60rem)').matches) {
    (document.getElementById('thread-box') ?? document.getElementById('message-box'))?.focus({ preventScroll: true });
  }
})();
