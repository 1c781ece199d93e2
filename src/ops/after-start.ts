import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** When the first events after a start are over, in ms. */
const settled = 3000;

/**
 * Gives back what only the start needed, once, some seconds later: V8 keeps its space for young objects as large as the
 * loading of a bank made it, which is some 30 MB, until a collection under pressure. It stops the process for about 0.1 s.
 */
export function collectAfterStart(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }, settled).unref();
}
