import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Picture } from '../core/card.ts';
import { Fault } from '../core/fault.ts';

/** Draws a picture as PNG. */
export type Painter = (picture: Picture) => Promise<Uint8Array>;

/**
 * The renderer frees a picture's pixels, about 5 MB, when V8 collects garbage, but V8 does not know their size: the
 * process grew to 900 MB within 300 pictures (resvg-js 2.6.2, its issue 216). Ending a thread frees them for certain.
 */
const picturesOfOneThread = 10;

/** After this many idle ms the thread ends, freeing the memory of renderer and fonts. */
const idleLimit = 10_000;

/**
 * A painter with a thread of its own, which starts with the first picture and draws one at a time. Deterministic: the
 * same picture always gives the same bytes, and neither the network nor the machine's fonts are used. The thread does
 * not keep the process alive. Rejects with a Fault if the renderer or a font is unavailable; the next picture tries
 * again.
 */
export function createPainter(): Painter {
  let thread: Worker | null = null;
  let drawn = 0;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function retire(): void {
    clearTimeout(idle);
    void thread?.terminate();
    thread = null;
    drawn = 0;
  }

  function start(): Worker {
    const started = new Worker(new URL('./painter-thread.ts', import.meta.url), { name: 'painter', env: {} });
    // Without a listener, an error of an idle thread would end the process; a busy one's error reaches whoever waits
    // for it.
    return started.on('error', () => {
      if (thread === started) retire();
    });
  }

  async function draw(picture: Picture): Promise<Uint8Array> {
    clearTimeout(idle);
    thread ??= start();
    try {
      const png = await answerOf(thread, picture);
      drawn += 1;
      if (drawn >= picturesOfOneThread) retire();
      else idle = setTimeout(retire, idleLimit).unref();
      return png;
    } catch (cause) {
      retire();
      throw new Fault(
        'picture-failed',
        `The ${picture.kind} could not be drawn as a picture.`,
        'Run npm ci on this machine, without --omit=optional: the renderer has a package for each platform.',
        cause,
      );
    }
  }

  return (picture) => {
    const png = last.then(() => draw(picture));
    last = png.catch(() => undefined);
    return png;
  };
}

/** What the thread draws; rejects with its error if it ends instead. Keeps the process alive only until then. */
async function answerOf(thread: Worker, picture: Picture): Promise<Uint8Array> {
  const settled = new AbortController();
  const { signal } = settled;
  thread.ref();
  try {
    const answer = once(thread, 'message', { signal });
    const end = once(thread, 'exit', { signal }).then(([code]) => {
      throw new Error(`The thread of the painter ended with code ${code}.`);
    });
    thread.postMessage(picture);
    const [png] = await Promise.race([answer, end]);
    return png;
  } finally {
    settled.abort();
    thread.unref();
  }
}
