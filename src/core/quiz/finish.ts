import { disarmed } from './armed.ts';
import type { Effect } from './effect.ts';
import { earlyLimit, haltedRound } from './round-clock.ts';
import { entriesFor } from './score.ts';
import type { OverReason, QuizState, Round } from './state.ts';
import { openQuestion } from './state.ts';
import type { Step } from './step.ts';

/** How long after a question closes a click made in time may still arrive, in ms. */
const grace = 3000;

/** Closes the open question: awards its points and reveals it. The caller sets the next phase. */
export function closeQuestion(
  state: QuizState,
  round: Round | null,
  limit: number | null,
  now: number,
): { readonly state: QuizState; readonly effects: readonly Effect[] } {
  const no = state.closed.length;
  const entries = round === null ? [] : entriesFor(state, no, round.answers);
  const closed = round === null ? ({ kind: 'unposted' } as const) : playedRound(round, limit, now);
  return {
    state: { ...state, closed: [...state.closed, closed] },
    effects: [
      ...(entries.length === 0 ? [] : [{ kind: 'award', no, entries } as const]),
      { kind: 'reveal', no, again: false },
    ],
  };
}

function playedRound(round: Round, limit: number | null, now: number) {
  return { kind: 'played', round, limit, until: now + grace } as const;
}

/** The end of a quiz that has no open question. */
export function finish(state: QuizState, reason: OverReason, now: number): Step {
  return {
    state: { ...state, phase: { kind: 'over', reason, at: now } },
    effects: [{ kind: 'finish', reason, again: false }],
  };
}

/**
 * Ends the quiz at once, from any phase: an open question is closed, and its answers count. `at`: the timestamp of the
 * press, if any.
 */
export function endNow(state: QuizState, reason: OverReason, at: number | null, now: number): Step {
  const open = openQuestion(state);
  const round = open?.kind === 'posted' ? ('haltedAt' in open ? haltedRound(open, now) : open.round) : null;
  const limit = round === null ? null : earlyLimit(round, at, now);
  const closed = open === null ? { state, effects: [] } : closeQuestion(state, round, limit, now);
  const over = finish(closed.state, reason, now);
  const lobby: readonly Effect[] = state.phase.kind === 'lobby' ? [{ kind: 'edit-lobby' }] : [];
  return { ...over, effects: [...disarmed(state), ...lobby, ...closed.effects, ...over.effects] };
}
