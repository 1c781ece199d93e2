// What the reader of this browser has set: sound, and less motion. Kept in the browser alone.
(() => {
  const boxes = [...document.querySelectorAll('[data-setting]')];
  const isOn = (name) => localStorage.getItem(name) === 'on';

  function apply() {
    for (const box of boxes) box.checked = isOn(box.dataset.setting);
    document.documentElement.dataset.motion = isOn('less-motion') ? 'less' : 'all';
  }

  document.addEventListener('change', ({ target }) => {
    if (target.dataset.setting === undefined) return;
    localStorage.setItem(target.dataset.setting, target.checked ? 'on' : 'off');
    apply();
    document.dispatchEvent(new Event('playground:settings'));
  });

  // Another tab of the same browser.
  window.addEventListener('storage', apply);
  apply();
  const system = matchMedia('(prefers-reduced-motion: reduce)');
  window.settings = { isOn, hasLessMotion: () => system.matches || isOn('less-motion') };
})();
