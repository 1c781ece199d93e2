// Copies a snippet, and says so on its button for a while.
(() => {
  const told = 2000;

  /** Pages that come over plain HTTP from elsewhere have no clipboard of their own; what is selected can be copied there. */
  async function copy(code) {
    if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(code.textContent);
    getSelection().selectAllChildren(code);
    if (!document.execCommand('copy')) throw new Error('The browser copies nothing.');
  }

  document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('button.copy');
    if (button === null || button === undefined) return;
    const word = button.querySelector('.word');
    const said = await copy(button.parentElement.querySelector('code')).then(
      () => 'Copied',
      () => 'Press Ctrl+C',
    );
    word.textContent = said;
    setTimeout(() => {
      if (word.textContent === said) word.textContent = 'Copy';
    }, told);
  });
})();
