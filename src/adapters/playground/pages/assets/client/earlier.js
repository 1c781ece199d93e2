// Messages from before those that the page came with: loaded when somebody wants them, or a link leads to one.
(() => {
  document.addEventListener('htmx:beforeSwap', ({ target, detail }) => {
    if (!target.matches('.earlier') || !detail.shouldSwap) return;
    detail.shouldSwap = false;
    const log = target.parentElement;
    const template = document.createElement('template');
    template.innerHTML = detail.xhr.response;
    const shown = [...template.content.children];
    // What is read stays where it is.
    const fromEnd = log.scrollHeight - log.scrollTop;
    target.replaceWith(...shown);
    log.scrollTop = log.scrollHeight - fromEnd;
    for (const element of shown) window.htmx.process(element);
    document.dispatchEvent(new CustomEvent('playground:earlier', { detail: { shown } }));
    log.focus({ preventScroll: true });
  });

  /** True for a message from before those of a list, which a change of it does not bring in. */
  function isBefore(log, message) {
    const first = log.querySelector(':scope > .earlier')?.dataset.before;
    return first !== undefined && Number(message.id.slice(1)) < Number(first);
  }

  function seek() {
    const [, id] = /^#[mt](\d+)$/.exec(location.hash) ?? [];
    if (id === undefined || document.getElementById(location.hash.slice(1)) !== null) return;
    const wanted = `?from=${id}`;
    // Once only: it may be gone.
    if (location.search !== wanted) location.replace(`${wanted}${location.hash}`);
  }

  window.addEventListener('hashchange', seek);
  seek();
  window.earlierMessages = { isBefore };
})();
