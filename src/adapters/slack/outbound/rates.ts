import type { Rates } from '../../../app/delivery/messenger.ts';

/**
 * What Slack takes from one app in one workspace. It counts by method and minute
 * (https://docs.slack.dev/apis/web-api/rate-limits): posts one a second in a channel with short bursts, several hundred a
 * minute in a workspace with generous ones (https://docs.slack.dev/reference/methods/chat.postMessage#rate_limiting), and
 * chat.update, in tier 3, at least 50 a minute. Burst and rate add up to less than 300 posts and 50 edits in any minute;
 * the bursts are as large as that leaves room for, since questions close together.
 */
export const workspaceRates: Rates = {
  posts: { burst: 35, interval: 60_000 / 260 },
  channelPosts: { burst: 3, interval: 1000 },
  edits: { burst: 15, interval: 60_000 / 33 },
};
