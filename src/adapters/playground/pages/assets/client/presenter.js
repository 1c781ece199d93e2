// The presenter's view: each stage as it comes, a clock that goes on between them, and text as large as the screen lets it.
(() => {
  const stage = document.getElementById('stage');

  /** When the present stage ends, by the page's own steady clock (ms); null where nothing counts down. */
  let ends = null;
  let beating = 0;

  function tellTime() {
    const clock = stage.querySelector('.clock');
    if (clock === null || ends === null) return;
    const left = Math.max(0, ends - performance.now());
    const seconds = String(Math.ceil(left / 1000));
    const number = clock.querySelector('b');
    if (number.textContent !== seconds) number.textContent = seconds;
    const bar = stage.querySelector('.time-bar');
    if (bar === null) return;
    bar.firstElementChild.style.scale = `${Math.min(1, left / Number(bar.dataset.limit))} 1`;
    bar.classList.toggle('late', left <= 5000);
  }

  function beginClock() {
    const clock = stage.querySelector('.clock');
    ends = clock === null ? null : performance.now() + Number(clock.dataset.remaining);
    clearInterval(beating);
    if (ends !== null) beating = setInterval(tellTime, 100);
    tellTime();
  }

  /** On a wide screen all is to be seen at once: the text sizes until it is. A narrow one is scrolled. */
  function fitText() {
    const root = document.documentElement;
    root.style.removeProperty('--fit');
    const main = stage.querySelector('main');
    if (main === null || !matchMedia('(min-width: 60rem) and (min-height: 30rem)').matches) return;
    for (let percent = 150; percent > 40; percent -= 5) {
      root.style.setProperty('--fit', String(percent / 100));
      if (main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth) return;
    }
  }

  document.addEventListener('htmx:sseBeforeMessage', (event) => {
    event.preventDefault();
    window.Idiomorph.morph(stage, event.detail.data, { morphStyle: 'innerHTML' });
    beginClock();
    fitText();
  });

  // A rematch has an address of its own.
  document.addEventListener('htmx:sseOpen', (event) => {
    event.detail.source.addEventListener('next', ({ data }) => location.replace(data));
  });

  window.addEventListener('resize', fitText);
  document.fonts?.ready.then(fitText);
  beginClock();
  fitText();
})();
