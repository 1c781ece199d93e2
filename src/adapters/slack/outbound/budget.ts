import type { TokenBucket } from './token-bucket.ts';
import { createTokenBucket } from './token-bucket.ts';

/** The rate limits of one workspace. Each returns 0 and takes a place if there is room, or the ms until there is. */
export type Budget = {
  readonly post: (channel: string) => number;
  readonly edit: () => number;
};

/**
 * https://docs.slack.dev/apis/web-api/rate-limits: posts 1/s per channel with short bursts, and several hundred a
 * minute per workspace; chat.update is in tier 3, at least 50 a minute. Burst and rate of edits add up to 50 in the
 * first minute.
 */
const channelPosts = { interval: 1000, burst: 3 };
const workspacePosts = { interval: 200, burst: 20 };
const workspaceEdits = { interval: 60_000 / 45, burst: 5 };

/** Once there are this many, full buckets of channels are discarded. */
const mostBuckets = 1000;

/** The budget of one workspace on a monotonic clock in ms. */
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
