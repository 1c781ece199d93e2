/** Which kinds of requests are held back, and until when, because of a 429. */
export type RateLimits = {
  /** How long a request of this kind must wait, in ms; 0 if it need not. */
  readonly wait: (kind: string) => number;
  /** Holds this kind back for this many ms; `all`: every kind. */
  readonly hold: (kind: string, milliseconds: number, all: boolean) => void;
};

const every = '*';

/**
 * discord.js remembers the rate limits that Discord announces, and sends nothing beyond them. It does not remember a
 * 429 that came unannounced (a limit shared by all bots, or one for part of a route); that is what this does. `now` is
 * the clock, UTC ms.
 */
export function createRateLimits(now: () => number): RateLimits {
  const until = new Map<string, number>();
  const left = (kind: string) => Math.max(0, (until.get(kind) ?? 0) - now());
  return {
    wait: (kind) => Math.max(left(kind), left(every)),
    hold: (kind, milliseconds, all) => {
      for (const [held, end] of until) if (end <= now()) until.delete(held);
      until.set(all ? every : kind, now() + milliseconds);
    },
  };
}
