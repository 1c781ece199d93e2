// Times in the reader's words and zone; what is to come counts down.
(() => {
  const words = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
  ];

  function relative(at) {
    const distance = at - window.serverClock.now();
    const [unit, size] = units.find(([, length]) => Math.abs(distance) >= length) ?? ['second', 1000];
    return words.format(Math.round(distance / size), unit);
  }

  const formats = {
    relative,
    time: (at) => new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' }),
    'date-time': (at) => new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
  };

  function tellTimes() {
    for (const element of document.querySelectorAll('time[data-style]')) {
      const text = formats[element.dataset.style]?.(Date.parse(element.dateTime));
      if (text !== undefined && element.textContent !== text) element.textContent = text;
    }
  }

  // By whose clocks the daily question is to come, if nobody says.
  document.addEventListener('htmx:configRequest', ({ detail }) => {
    detail.headers['Time-Zone'] = Intl.DateTimeFormat().resolvedOptions().timeZone;
  });

  document.addEventListener('playground:shown', tellTimes);
  document.addEventListener('playground:clock', tellTimes);
  tellTimes();
  setInterval(tellTimes, 1000);
})();
