import { Fault } from '../../../core/fault.ts';
import type { CallEnd } from '../connection/web-call.ts';

/** Slack takes five posts to a response address; three leave two for what comes later. */
const attempts = 3;

/** A person waits: a longer pause than this, in ms, is not waited for. */
const longestPause = 30_000;

const hint = 'The person has to ask again. If this happens often, look at https://slack-status.com and at the network.';

/** Takes milliseconds. */
export type Wait = (milliseconds: number) => Promise<unknown>;

/**
 * When is a second try of a reply safe? Always after 429 (Slack did nothing, and says when to come back) and when no
 * connection was made. After 5xx, a timeout or a broken connection it may have been posted: then only what may come twice
 * is tried again. A refusal stays one. Resolves once it has arrived, else rejects with a Fault that names no address.
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

/** A reply that did not arrive, or is not known to have arrived. */
export class ReplyFault extends Fault {
  readonly end: Failure;

  constructor(end: Failure, tries: number) {
    super('slack-reply', `${sentence(end)} Tries: ${tries}.`, hint);
    this.end = end;
  }
}

/** Milliseconds until the next try; null where there must not be one. */
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
