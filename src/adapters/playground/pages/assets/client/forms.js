// Forms for what can be typed as well: one is opened, sent, and closed again. The browser gives the focus back.
(() => {
  const dialog = document.getElementById('command-dialog');

  document.addEventListener('htmx:afterSwap', ({ target }) => {
    if (target !== dialog) return;
    // At once: until it is settled, Enter would send the form as the browser sends forms, to the page.
    window.htmx.process(dialog);
    // Puts the focus on the button that opened the menu, where it is to be again afterwards.
    document.querySelector('.commands:popover-open')?.hidePopover();
    if (!dialog.open) dialog.showModal();
  });

  document.addEventListener('htmx:afterRequest', ({ target, detail }) => {
    if (detail.successful && target.matches('.command-form')) dialog.close();
  });

  dialog.addEventListener('click', ({ target }) => {
    if (target.closest('[data-close], [data-try]')) dialog.close();
  });
})();
