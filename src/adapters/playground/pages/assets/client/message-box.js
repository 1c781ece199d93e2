// The message box: Enter sends. What did not arrive stays in the box.
(() => {
  document.addEventListener('htmx:afterRequest', (event) => {
    const { successful, requestConfig } = event.detail;
    if (!successful || !event.target.matches('.composer')) return;
    const box = event.target.querySelector('input[role="combobox"]');
    if (box.value === requestConfig.formData.get('text')) box.value = '';
    window.suggestions.close(box);
  });

  document.addEventListener('click', (event) => {
    const example = event.target.closest('[data-try]');
    if (example === null) return;
    const box = document.getElementById(example.closest('[data-box]')?.dataset.box ?? 'message-box');
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
