import type { Log } from '../app/ports.ts';

/** From one look at the server's clock to the next, in ms. */
const interval = 60_000;

/** An answer that took longer than this (ms) tells too little about when it was given. */
const longestWay = 1000;

/** Clocks that differ by more than this (ms) are worth a word. */
const remarkable = 5000;

export type SharedTime = {
  /** By how many ms the server's time of day is ahead of this machine's, as far as is known. */
  readonly ahead: () => number;
  readonly stop: () => void;
};

type Options = {
  /** UTC ms; null where there is no server. Rejects while it cannot be reached. */
  readonly serverTime: () => Promise<number | null>;
  readonly log: Log;
  /** This machine's time of day, UTC ms. */
  readonly now?: () => number;
};

/**
 * Follows the clock of the database server, so that instances on machines whose clocks differ agree on when a lease is
 * over: otherwise one would take what another is just sending. Resolves after the first look; never rejects.
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
        log.warn({ ahead }, 'The clock of this machine differs from that of the database server, which is followed.');
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
