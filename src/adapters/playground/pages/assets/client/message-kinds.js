// What a message is for those who play: asked, answered, or the end.
(() => {
  const has = (selector) => (message) => message.querySelector(selector) !== null;

  const asks = has('.tiles');
  const isRevealed = has('.tally');

  /** Brought into sight wherever its reader was: a question, and the end of a quiz, which has its review to press. */
  const calls = has('.tiles, button[id*="-review:"]');

  /** The options in a list of messages whose time runs; null if there are none. */
  function runningIn(log) {
    const bar = [...log.querySelectorAll('.countdown')].at(-1);
    const runs = bar !== undefined && Number(bar.dataset.until) > window.serverClock.now();
    return runs ? bar.closest('.choices') : null;
  }

  window.messageKinds = { asks, isRevealed, calls, runningIn };
})();
