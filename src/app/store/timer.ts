/** The clock by which a timer falls due: the time of day, or one that nobody can set. */
export type TimerClock = 'wall' | 'steady';

/** Something to be done at a later time; a row, so that it outlives the process. */
export type Timer = {
  /** Names the act (`quiz:17:close:4`): arming it twice leaves one timer, due when the later call said. */
  readonly key: string;
  /** Which handler does it. */
  readonly kind: string;
  readonly clock: TimerClock;
  /** UTC ms. */
  readonly due: number;
  /** JSON. */
  readonly payload: unknown;
};

/** A due timer in the hands of this process until its lease ends. */
export type ClaimedTimer = Timer & { readonly attempts: number };

export type TimerUnit = {
  readonly arm: (timer: Timer) => Promise<void>;
  readonly disarm: (key: string) => Promise<void>;
  /**
   * Takes the timer away, to be called in the unit of its effect. False when it is no longer in this process's hands
   * (its lease ended and another took it, or it was armed anew meanwhile): then the effect must not happen.
   */
  readonly finish: (timer: ClaimedTimer) => Promise<boolean>;
};

export type TimerQueue = {
  /** Hands out at most `limit` due timers, earliest first; each comes again after `lease` ms unless it was finished. */
  readonly claim: (
    now: Readonly<Record<TimerClock, number>>,
    limit: number,
    lease: number,
  ) => Promise<readonly ClaimedTimer[]>;
  /** Milliseconds until the next one falls due, 0 when one is; null when there is none. */
  readonly untilNext: (now: Readonly<Record<TimerClock, number>>) => Promise<number | null>;
};
