import type { CallMethod } from '../connection/web-call.ts';
import { isRestriction } from '../outbound/hindrance.ts';
import { createRecent } from './recent.ts';

/** Channels that are remembered. */
const channelsKept = 10_000;

/** Calls that only succeed where the bot may post. */
const posts: readonly string[] = ['chat.postMessage', 'chat.postEphemeral'];

const lost: readonly string[] = ['not_in_channel', 'channel_not_found', 'is_archived'];

/** The channels in which the bot may post, as far as it has been seen. Slack only tells of members with a further scope. */
export type Membership = {
  readonly isKnown: (channel: string) => boolean;
  /** Something was heard from there that only members hear. */
  readonly note: (channel: string) => void;
  /** Learns from the outcome of each call; otherwise the same. */
  readonly observe: (call: CallMethod) => CallMethod;
};

/** Remembers a bounded number of channels, and forgets one as soon as Slack refuses a post there. */
export function createMembership(): Membership {
  const known = createRecent<boolean>(channelsKept);
  return {
    isKnown: (channel) => known.get(channel) === true,
    note: (channel) => known.set(channel, true),
    observe: (call) => async (method, given) => {
      const end = await call(method, given);
      const { channel } = given;
      if (typeof channel !== 'string' || !posts.includes(method)) return end;
      if (end.kind === 'done') known.set(channel, true);
      if (end.kind === 'refused' && (lost.includes(end.error) || isRestriction(end.error))) known.set(channel, false);
      return end;
    },
  };
}
