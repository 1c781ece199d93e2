import type { TokenBucket } from './token-bucket.ts';
import { createTokenBucket } from './token-bucket.ts';

/** What one workspace lets the bot do. Each gives 0 where there is room, and takes it, or the ms until there is. */
export type Budget = {
  readonly post: (channel: string) => number;
  readonly edit: () => number;
};

/**
 * https://docs.slack.dev/apis/web-api/rate-limits: posts 1/s in a channel with short bursts and several hundred a minute
 * in a workspace; chat.update is in tier 3, 50 or more a minute. Burst and rate of edits make 50 in the first minute.
 */
const channelPosts = { interval: 1000, burst: 3 };
const workspacePosts = { interval: 200, burst: 20 };
const workspaceEdits = { interval: 60_000 / 45, burst: 5 };

/** Buckets of channels are thrown away when they are full again and there are this many. */
const mostBuckets = 1000;

/** The budget of one workspace on a clock in ms that only goes on. */
export function createBudget(steady: () => number): Budget {
  const bucket = ({ interval, burst }: typeof channelPosts) => createTokenBucket(interval, burst, steady);
  const posts = bucket(workspacePosts);
  const edits = bucket(workspaceEdits);
  const channels = new Map<string, TokenBucket>();

  function channelBucket(channel: string): TokenBucket {
    const known = channels.get(channel);
    if (known !== undefined) return known;
    if (channels.size >= mostBuckets) {
      for (const [name, { isFull }] of channels) if (isFull()) channels.delete(name);
    }
    const fresh = bucket(channelPosts);
    channels.set(channel, fresh);
    return fresh;
  }

  return {
    post(channel) {
      const own = channelBucket(channel);
      const wait = own.take();
      if (wait > 0) return wait;
      const common = posts.take();
      if (common > 0) own.giveBack();
      return common;
    },
    edit: edits.take,
  };
}
