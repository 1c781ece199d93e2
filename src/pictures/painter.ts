import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Picture } from '../core/card.ts';
import { Fault } from '../core/fault.ts';

/** Draws a picture as PNG. */
export type Painter = (picture: Picture) => Promise<Uint8Array>;

/**
 * The renderer frees the pixels of a picture, about 5 MB, when V8 collects garbage, and V8 does not see them: the process
 * grew to 900 MB within 300 pictures (resvg-js 2.6.2, its issue 216). The end of a thread frees them for certain.
 */
const picturesOfOneThread = 10;

/** A thread without work ends after so many ms, and gives the memory of renderer and fonts back. */
const idleLimit = 10_000;

/**
 * A painter with a thread of its own, which starts with the first picture and draws one after the other. The same picture
 * is always the same bytes; neither the network nor the fonts of the machine are used. The thread keeps no process alive.
 * Rejects with a Fault where the renderer or a font is not to be had; the next picture tries again.
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
    // Without a listener an error of an idle thread would end the process; one at work is seen by who waits for it.
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

/** What the thread draws; rejects with its error where it ends instead. Holds the process only until then. */
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
