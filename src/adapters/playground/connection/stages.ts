import type { SSEStreamingApi } from 'hono/streaming';
import type { Presented, Presenting } from '../../../app/quiz/presenting.ts';
import type { JoinWay } from '../pages/join-way.ts';
import { presenterStage } from '../pages/presenter-stage.ts';
import { createWakening } from './wakening.ts';

/** Shortest time (ms) from one stage that is sent to the next: a crowd's answers are counted together. */
const pause = 100;

/** How soon (ms) a browser reconnects. */
const retry = 400;

type Options = {
  readonly stream: SSEStreamingApi;
  readonly presenting: Presenting;
  readonly word: string;
  readonly joinWay: (shown: Presented) => JoinWay | null;
  /** Ends the stream. */
  readonly signal: AbortSignal;
};

/** Sends what the presenter's view shows, at first and after each change, until the page or the server goes away. */
export async function sendStages({ stream, presenting, word, joinWay, signal }: Options): Promise<void> {
  const { wake, sleep } = createWakening();
  const unwatch = presenting.watch(word, wake);
  stream.onAbort(wake);
  signal.addEventListener('abort', wake);
  let sent = '';
  let number = 0;
  try {
    while (!stream.aborted && !signal.aborted) {
      const shown = await presenting.show(word);
      const join = shown === null ? null : joinWay(shown);
      // Instants are the same whenever it is looked; what is left of them is not.
      const state = JSON.stringify([shown?.presentation ?? null, join]);
      if (state !== sent) {
        sent = state;
        number += 1;
        const data = String(await presenterStage(shown, join));
        await stream.writeSSE({ event: 'stage', data, id: String(number), retry });
        await stream.sleep(pause);
      } else if (await sleep()) {
        await stream.write(': still here\n\n');
      }
    }
  } finally {
    signal.removeEventListener('abort', wake);
    unwatch();
  }
}
