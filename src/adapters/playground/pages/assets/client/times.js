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

  // Made once: a channel has thousands of times, and each of these takes longer to make than to use a hundred times.
  const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
  const calendar = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

  const formats = {
    relative,
    time: (at) => clock.format(at),
    'date-time': (at) => calendar.format(at),
  };

  function tell(elements) {
    for (const element of elements) {
      const text = formats[element.dataset.style]?.(Date.parse(element.dateTime));
      if (text !== undefined && element.textContent !== text) element.textContent = text;
    }
  }

  /** The others stay what they are from one message to the next. */
  const tellDistances = () => tell(document.querySelectorAll('time[data-style="relative"]'));

  // By whose clocks the daily question is to come, if nobody says.
  document.addEventListener('htmx:configRequest', ({ detail }) => {
    detail.headers['Time-Zone'] = Intl.DateTimeFormat().resolvedOptions().timeZone;
  });

  document.addEventListener('playground:shown', ({ detail: { message } }) => {
    if (message !== null) tell(message.querySelectorAll('time[data-style]'));
  });
  document.addEventListener('playground:earlier', ({ detail: { shown } }) => {
    for (const element of shown) tell(element.querySelectorAll('time[data-style]'));
  });
  document.addEventListener('playground:clock', tellDistances);
  tell(document.querySelectorAll('time[data-style]'));
  setInterval(tellDistances, 1000);
})();
