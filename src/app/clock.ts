/** Two clocks, both in UTC ms. */
export type Clock = {
  /** The time of day as the machine has it; it may be set forward or back. */
  readonly wall: () => number;
  /** Begins with the wall clock and then only goes on, at an even pace: for what must take its time exactly. */
  readonly steady: () => number;
};
