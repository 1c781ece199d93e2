// The bar that runs down with the time of a question, by the server's clock.
(() => {
  function run(bar) {
    const [until, limit] = [Number(bar.dataset.until), Number(bar.dataset.limit)];
    const [value] = bar.children;
    for (const earlier of value.getAnimations()) earlier.cancel();
    const easing = window.settings.hasLessMotion() ? `steps(${Math.max(1, Math.round(limit / 1000))})` : 'linear';
    const frames = [{ transform: 'scaleX(1)' }, { transform: 'scaleX(0)' }];
    const animation = value.animate(frames, { duration: limit, easing, fill: 'both' });
    animation.currentTime = Math.max(0, limit - (until - window.serverClock.now()));
    bar.dataset.runs = bar.dataset.until;
  }

  /** Those that are new, or have another end now; all of them after the clock was set. */
  function runAll(anew) {
    for (const bar of document.querySelectorAll('.countdown')) {
      if (anew || bar.dataset.runs !== bar.dataset.until) run(bar);
    }
  }

  document.addEventListener('playground:shown', () => runAll(false));
  for (const event of ['playground:clock', 'playground:settings']) document.addEventListener(event, () => runAll(true));
  runAll(true);
})();
