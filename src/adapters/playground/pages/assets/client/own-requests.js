// Whether what comes in now may be what the reader has asked for.
(() => {
  /** Time (ms) in which what a request brought about arrives after it. */
  const grace = 1000;

  let underWay = 0;

  document.addEventListener('htmx:beforeSend', ({ target, detail }) => {
    if (!target.matches('.composer, .command-form, .log .actions button')) return;
    underWay += 1;
    detail.xhr.addEventListener('loadend', () => {
      setTimeout(() => {
        underWay -= 1;
      }, grace);
    });
  });

  window.ownRequests = { areUnderWay: () => underWay > 0 };
})();
