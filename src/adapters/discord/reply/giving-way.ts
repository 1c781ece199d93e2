/** How long, in ms, work gives way at most, and how often it looks. */
const longest = 2000;
const pause = 10;

/**
 * Puts off work that may wait for minutes while there is some that must be done within seconds. Resolves when it may
 * begin: one after the other, each in a turn of the event loop of its own, since a commit to SQLite never lets go of it
 * and a thousand of them in a row would let nobody in.
 */
export function createGivingWay(isBusy: () => boolean): () => Promise<void> {
  const waiting: { readonly begin: () => void; readonly since: number }[] = [];

  function step(): void {
    const [first] = waiting;
    if (first === undefined) return;
    if (isBusy() && performance.now() - first.since < longest) {
      setTimeout(step, pause);
      return;
    }
    waiting.shift();
    first.begin();
    if (waiting.length > 0) setImmediate(step);
  }

  return () =>
    new Promise((resolve) => {
      waiting.push({ begin: resolve, since: performance.now() });
      if (waiting.length === 1) setImmediate(step);
    });
}
