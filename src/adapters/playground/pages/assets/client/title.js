// The tab's title counts down while a question is open that this reader has not answered.
(() => {
  const plain = document.title;

  function tell() {
    const open = [...document.querySelectorAll('.tiles.open')];
    const ends = open
      .map((tiles) => Number(tiles.closest('.card')?.querySelector('.countdown')?.dataset.until))
      .filter((until) => until > window.serverClock.now());
    const left = Math.ceil((Math.min(...ends) - window.serverClock.now()) / 1000);
    const title = ends.length === 0 ? plain : `${left} s · ${plain}`;
    if (document.title !== title) document.title = title;
  }

  document.addEventListener('playground:shown', tell);
  document.addEventListener('playground:clock', tell);
  setInterval(tell, 500);
})();
