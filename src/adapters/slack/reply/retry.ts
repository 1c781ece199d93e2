import { Fault } from '../../../core/fault.ts';
import type { CallEnd } from '../connection/web-call.ts';

/** Slack accepts five posts to a response URL; three leave two for later replies. */
const attempts = 3;

/** A person is waiting: longer pauses than this, in ms, are not waited for. */
const longestPause = 30_000;

const hint = 'The person has to ask again. If this happens often, look at https://slack-status.com and at the network.';

/** Waits this many ms. */
export type Wait = (milliseconds: number) => Promise<unknown>;

/**
 * Retries sending a reply where that is safe: always after a 429 (Slack did nothing, and says when to come back) and if
 * no connection was made. After a 5xx, a timeout or a broken connection it may have been posted, so only what is
 * `repeatable` is retried; a refusal never is. Resolves once the reply has arrived, otherwise rejects with a Fault that
 * contains no URL.
 */
export async function withRetries(attempt: () => Promise<CallEnd>, repeatable: boolean, wait: Wait): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const end = await attempt();
    if (end.kind === 'done') return;
    const pause = tries < attempts ? pauseAfter(end, tries, repeatable) : null;
    if (pause === null) throw new ReplyFault(end, tries);
    await wait(pause);
  }
}

type Failure = Exclude<CallEnd, { kind: 'done' }>;

/** A reply that did not arrive, or may not have arrived. */
export class ReplyFault extends Fault {
  readonly end: Failure;

  constructor(end: Failure, tries: number) {
    super('slack-reply', `${sentence(end)} Tries: ${tries}.`, hint);
    this.end = end;
  }
}

/** Milliseconds until the next attempt; null if there must not be one. */
function pauseAfter(end: Failure, tries: number, repeatable: boolean): number | null {
  switch (end.kind) {
    case 'limited':
      return end.after <= longestPause ? end.after : null;
    case 'unreached':
      return 250 * 2 ** tries;
    case 'uncertain':
      return repeatable ? 250 * 2 ** tries : null;
    case 'refused':
      return null;
  }
}

function sentence(end: Failure): string {
  switch (end.kind) {
    case 'limited':
      return 'Slack limits the rate of replies.';
    case 'unreached':
      return 'Slack could not be reached with a reply.';
    case 'uncertain':
      return `Slack did not confirm a reply (${end.reason}), which may have arrived.`;
    case 'refused':
      return `Slack refused a reply (${end.error}).`;
  }
}
