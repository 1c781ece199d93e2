import type { Break, HaltedQuestion, Round } from './state.ts';

/** The platform's instant for an instant of our clock. Early by a message's way at most, so nobody gains by it. */
export function toPlatform(round: Round, instant: number): number {
  return instant - round.skew;
}

/** Last instant at which a click counts when a question is closed early, now: that of the press that closed it, if later. */
export function earlyLimit(round: Round, at: number | null, now: number): number {
  return Math.max(at ?? Number.NEGATIVE_INFINITY, toPlatform(round, now));
}

/** Time used when clicked at `at` (the platform's clock), breaks left out: in ms, not clamped. */
export function elapsedAt(round: Round, at: number): number {
  const idle = round.breaks.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(at, to) - from), 0);
  return at - round.openedAt - idle;
}

/** Whether a click fell into a pause. One into a failure of ours counts, as if made when that began. */
export function isInPause(round: Round, at: number): boolean {
  return round.breaks.some(({ from, to, answerable }) => !answerable && at > from && at <= to);
}

/** The round with a span of our clock left out of everybody's time. */
export function withBreak(round: Round, from: number, to: number, answerable: boolean): Round {
  const taken: Break = {
    from: Math.max(round.openedAt, toPlatform(round, from)),
    to: toPlatform(round, to),
    answerable,
  };
  return taken.to <= taken.from ? round : { ...round, breaks: [...round.breaks, taken] };
}

/** The round of a halted question as it is at `now`: the pause so far left out. */
export function haltedRound({ round, haltedAt }: HaltedQuestion, now: number): Round {
  return withBreak(round, haltedAt, now, false);
}
