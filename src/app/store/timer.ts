/** The clock of a timer: the time of day, or a monotonic one. */
export type TimerClock = 'wall' | 'steady';

/** Something to do at a later time; a row, so that it outlives the process. */
export type Timer = {
  /** Identifies what to do (`quiz:17:close:4`): arming it twice leaves one timer, due at the later call's time. */
  readonly key: string;
  /** The handler's name. */
  readonly kind: string;
  readonly clock: TimerClock;
  /** UTC ms. */
  readonly due: number;
  /** JSON. */
  readonly payload: unknown;
};

/** A due timer that this process has claimed until its lease ends. */
export type ClaimedTimer = Timer & { readonly attempts: number };

export type TimerUnit = {
  readonly arm: (timer: Timer) => Promise<void>;
  readonly disarm: (key: string) => Promise<void>;
  /**
   * Removes the timer, in the unit of its effect. False if this process no longer holds it (its lease ended and another
   * process took it, or it was armed again meanwhile): then the effect must not happen.
   */
  readonly finish: (timer: ClaimedTimer) => Promise<boolean>;
};

export type TimerQueue = {
  /** Claims at most `limit` due timers, earliest first; each comes up again after `lease` ms unless it was finished. */
  readonly claim: (
    now: Readonly<Record<TimerClock, number>>,
    limit: number,
    lease: number,
  ) => Promise<readonly ClaimedTimer[]>;
  /** Milliseconds until the next one falls due, 0 if one is due; null if there is none. */
  readonly untilNext: (now: Readonly<Record<TimerClock, number>>) => Promise<number | null>;
};
