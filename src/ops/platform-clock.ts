import type { Messenger } from '../app/delivery/messenger.ts';

/** A platform's clock, as well as it is known from the instants that it gives: people read times by theirs, not by ours. */
export type PlatformClock = {
  /** UTC ms by the platform. */
  readonly now: () => number;
  /** How many ms the platform is ahead of the bot's steady clock. */
  readonly ahead: () => number;
  /** The platform has just said that something happened at this instant, UTC ms. */
  readonly note: (instant: number) => void;
};

/** So many readings are looked at: few enough that a clock that was set is noticed, enough for one to have come quickly. */
const kept = 16;

/**
 * Follows a platform's clock; until it has said something, it is taken to be the bot's own. What it says arrives late, by
 * the way or by a redelivery, and never early: so the reading that puts it furthest ahead is the best of the last few.
 */
export function createPlatformClock(steady: () => number): PlatformClock {
  const readings: number[] = [];
  let ahead = 0;
  return {
    now: () => steady() + ahead,
    ahead: () => ahead,
    note: (instant) => {
      if (!Number.isFinite(instant)) return;
      readings.push(instant - steady());
      if (readings.length > kept) readings.shift();
      ahead = Math.round(Math.max(...readings));
    },
  };
}

/** The same messenger; the clock learns from the instants of its posts. */
export function noteInstants(messenger: Messenger, clock: PlatformClock): Messenger {
  return {
    ...messenger,
    post: async (post) => {
      const delivery = await messenger.post(post);
      if (delivery.kind === 'done') clock.note(delivery.posted.at);
      return delivery;
    },
  };
}

/** A steady clock in UTC ms, for who was given none: the machine's time at the start of the process, and steady since. */
export function processClock(): number {
  return performance.timeOrigin + performance.now();
}
