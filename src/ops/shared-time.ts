import type { Log } from '../app/ports.ts';

/** Interval between two readings of the server's clock, in ms. */
const interval = 60_000;

/** A reading that took longer than this (ms) is too inaccurate. */
const longestWay = 1000;

/** A clock difference above this (ms) is logged as a warning. */
const remarkable = 5000;

export type SharedTime = {
  /** How many ms the server's clock is ahead of this machine's, as far as is known. */
  readonly ahead: () => number;
  readonly stop: () => void;
};

type Options = {
  /** UTC ms; null if there is no server. Rejects while it cannot be reached. */
  readonly serverTime: () => Promise<number | null>;
  readonly log: Log;
  /** This machine's time of day, UTC ms. */
  readonly now?: () => number;
};

/**
 * Follows the clock of the database server, so that instances on machines with different clocks agree on when a lease
 * ends: otherwise one could claim what another is just sending. Resolves after the first reading; never rejects.
 */
export async function followServerClock({ serverTime, log, now = Date.now }: Options): Promise<SharedTime> {
  let ahead = 0;
  let isTold = false;

  async function look(): Promise<void> {
    try {
      const sent = performance.now();
      const time = await serverTime();
      const way = performance.now() - sent;
      if (time === null || way > longestWay) return;
      ahead = Math.round(time + way / 2 - now());
      if (Math.abs(ahead) > remarkable && !isTold) {
        isTold = true;
        log.warn({ ahead }, 'The clock of this machine differs from that of the database server, which is used.');
      }
    } catch (error) {
      log.debug({ err: error }, 'The clock of the database server could not be read.');
    }
  }

  await look();
  const timer = setInterval(look, interval);
  timer.unref();
  return { ahead: () => ahead, stop: () => clearInterval(timer) };
}
