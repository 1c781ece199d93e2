import type { Arguments } from './workspace.ts';

/** At most `most` calls within any `window` ms. */
type Rate = { readonly most: number; readonly window: number };

/**
 * https://docs.slack.dev/apis/web-api/rate-limits: counted by method and workspace, by the minute. Of posts one a second in a
 * channel with short bursts; https://docs.slack.dev/reference/methods/chat.postMessage: several hundred a minute in a
 * workspace, with generous bursts; chat.update is in tier 3.
 */
const minute = 60_000;
const workspacePosts: Rate = { most: 300, window: minute };
const channelPosts: readonly Rate[] = [
  { most: 4, window: 1000 },
  { most: 13, window: 10_000 },
];
const byMethod: Readonly<Record<string, Rate>> = {
  'chat.update': { most: 50, window: minute },
  'chat.delete': { most: 50, window: minute },
  'chat.postEphemeral': { most: 100, window: minute },
};

/** The rates of a workspace. */
export type Rates = {
  /** Counts a call at `now` (ms); whole seconds after which it is worth another try when it is one too many, else 0. */
  readonly count: (method: string, given: Arguments, now: number) => number;
};

export function createRates(): Rates {
  const counted = new Map<string, number[]>();

  /** Milliseconds until a call fits. */
  function waitFor(key: string, { most, window }: Rate, now: number): number {
    const recent = (counted.get(key) ?? []).filter((at) => at > now - minute);
    counted.set(key, recent);
    const oldest = recent.filter((at) => at > now - window).at(-most);
    return oldest === undefined ? 0 : oldest + window - now;
  }

  return {
    count: (method, given, now) => {
      const rules: readonly (readonly [string, Rate])[] =
        method === 'chat.postMessage'
          ? [
              [method, workspacePosts],
              ...channelPosts.map((rate): [string, Rate] => [`${method} ${String(given['channel'])}`, rate]),
            ]
          : Object.entries(byMethod).filter(([name]) => name === method);
      const wait = Math.max(0, ...rules.map(([key, rate]) => waitFor(key, rate, now)));
      // A refused call is not counted: https://docs.slack.dev/apis/web-api/rate-limits says when to come again.
      if (wait === 0) for (const key of new Set(rules.map(([name]) => name))) counted.get(key)?.push(now);
      return Math.ceil(wait / 1000);
    },
  };
}
