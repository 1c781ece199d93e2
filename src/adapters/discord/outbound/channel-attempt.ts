import type { Address, Delivery } from '../../../app/delivery/messenger.ts';
import { serverOf } from '../connection/snowflake.ts';
import type { Credentials } from './attempt.ts';
import { createAttempts } from './attempt.ts';
import type { DirectChannels } from './direct-channels.ts';
import { hindranceOfRefusal } from './hindrance.ts';
import { targetOf } from './target.ts';

/** Longest time of one attempt, and for how long after that Discord may still carry it out, in ms. */
export const patience = 4000;
export const aftermath = 5000;

/** Wait in ms before a conversation that could not be opened is tried again. */
const reopenAfter = 2000;

/** What is attempted in a channel; gives the id of the message that came of it. */
export type Act = (channel: string, signal: AbortSignal) => Promise<string>;

/** Does something in the channel of an address. Never rejects. */
export type InChannel = (address: Address, kind: string, act: Act) => Promise<Delivery>;

/**
 * A conversation that cannot be opened leaves nothing half done. `refused` is told of every server in which something is
 * gone or forbidden.
 */
export function createInChannel(
  directChannels: DirectChannels,
  refused: (server: string) => void,
  credentials: Credentials,
): InChannel {
  const attempt = createAttempts(credentials);
  return async (address, kind, act) => {
    const target = targetOf(address);
    if (target === null) return { kind: 'refused', why: 'invalid', reason: 'That is no address on Discord.' };
    const signal = AbortSignal.timeout(patience);
    let channel = target;
    if (address.kind === 'person') {
      const opened = await attempt('open', async () => {
        channel = await directChannels.channelOf(target, signal);
        return channel;
      });
      if (opened.kind === 'unknown') return { kind: 'later', after: reopenAfter, reason: opened.reason };
      if (opened.kind !== 'done') return opened;
    }
    const explain = (error: unknown) => hindranceOfRefusal(kind, address, error);
    const delivery = await attempt(`${kind} ${channel}`, () => act(channel, signal), explain);
    const server = address.kind === 'channel' ? serverOf(address.channel) : null;
    if (delivery.kind === 'refused' && delivery.why !== 'invalid' && server !== null) refused(server);
    return delivery;
  };
}
