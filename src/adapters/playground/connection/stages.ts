import type { SSEStreamingApi } from 'hono/streaming';
import type { Presented, Presenting } from '../../../app/quiz/presenting.ts';
import type { JoinWay } from '../pages/join-way.ts';
import { presentPath } from '../pages/present-path.ts';
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

/** What is shown now, or where the page is to go since its quiz has a next one. */
async function toEvent(shown: Presented | null, join: JoinWay | null): Promise<{ event: string; data: string }> {
  if (shown !== null && shown.next !== null) return { event: 'next', data: presentPath(shown.next) };
  return { event: 'stage', data: String(await presenterStage(shown, join)) };
}

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
      const state = JSON.stringify([shown?.presentation ?? null, join, shown?.next ?? null]);
      if (state !== sent) {
        sent = state;
        number += 1;
        await stream.writeSSE({ ...(await toEvent(shown, join)), id: String(number), retry });
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
