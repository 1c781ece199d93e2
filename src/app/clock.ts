/** Two clocks, both in UTC ms. */
export type Clock = {
  /** The machine's time of day; it may be set forward or back. */
  readonly wall: () => number;
  /** Starts at the wall clock's time and is monotonic from then on: for durations that must be exact. */
  readonly steady: () => number;
};
