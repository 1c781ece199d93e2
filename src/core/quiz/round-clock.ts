import type { Break, HaltedQuestion, Round } from './state.ts';

/** Converts an instant of our clock to the platform's. Early by at most a message's latency, so nobody gains by it. */
export function toPlatform(round: Round, instant: number): number {
  return instant - round.skew;
}

/**
 * The latest timestamp of a click that counts when a question is closed early, now: that of the press that closed it,
 * if later.
 */
export function earlyLimit(round: Round, at: number | null, now: number): number {
  return Math.max(at ?? Number.NEGATIVE_INFINITY, toPlatform(round, now));
}

/** Time used by a click at `at` (the platform's clock), without breaks; in ms, not clamped. */
export function elapsedAt(round: Round, at: number): number {
  const idle = round.breaks.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(at, to) - from), 0);
  return at - round.openedAt - idle;
}

/** True if a click fell into a pause. One during an outage of ours counts, as if made when the outage began. */
export function isInPause(round: Round, at: number): boolean {
  return round.breaks.some(({ from, to, answerable }) => !answerable && at > from && at <= to);
}

/** The round with a span of our clock that counts as nobody's time. */
export function withBreak(round: Round, from: number, to: number, answerable: boolean): Round {
  const taken: Break = {
    from: Math.max(round.openedAt, toPlatform(round, from)),
    to: toPlatform(round, to),
    answerable,
  };
  return taken.to <= taken.from ? round : { ...round, breaks: [...round.breaks, taken] };
}

/** The round of a halted question as of `now`, without the pause so far. */
export function haltedRound({ round, haltedAt }: HaltedQuestion, now: number): Round {
  return withBreak(round, haltedAt, now, false);
}
