// How far the server's clock is ahead of this one, as each connection tells it.
(() => {
  let ahead = 0;

  document.addEventListener('htmx:sseOpen', (event) => {
    event.detail.source.addEventListener('hello', ({ data }) => {
      const told = Number(data);
      if (data !== '' && Number.isFinite(told)) ahead = told - Date.now();
      document.dispatchEvent(new Event('playground:clock'));
    });
  });

  window.serverClock = { now: () => Date.now() + ahead };
})();
