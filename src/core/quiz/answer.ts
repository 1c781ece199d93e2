import { disarmed } from './armed.ts';
import { closeAndReveal, isEverybodyIn } from './ask.ts';
import type { Effect } from './effect.ts';
import type { AnswerEvent } from './event.ts';
import { addPlayer } from './lobby.ts';
import { earlyLimit, elapsedAt, haltedRound, isInPause } from './round-clock.ts';
import { entriesFor } from './score.ts';
import type { ClosedRound, QuizState, Round } from './state.ts';
import { findPlayer, timeLimit } from './state.ts';
import type { Step } from './step.ts';
import { refuse } from './step.ts';

/**
 * A click on an option. The first click counts; whether it was in time is decided by the platform's timestamps, so that
 * neither a slow network nor a slow bot costs points. Answering also joins. The result depends only on the state, the
 * event and `now`, and applying it twice changes nothing: accepted answers can be replayed over a stored state.
 */
export function answerQuestion(state: QuizState, event: AnswerEvent, now: number): Step {
  const { phase } = state;
  const closed = state.closed[event.no];
  if (closed !== undefined) return answerClosed(state, event, closed, now);
  if (phase.kind === 'lobby' || phase.kind === 'over') return refuse(state, 'not-running');
  if (event.no !== state.closed.length || phase.kind === 'revealing') return refuse(state, 'stale');
  if (phase.kind === 'asking') {
    const { question } = phase;
    if (question.kind === 'unposted') return refuse(state, 'not-open');
    const taken = takeAnswer(state, event, question.round, question.round);
    if (taken.kind === 'settled') return taken.step;
    const next: QuizState = { ...taken.state, phase: { ...phase, question: { ...question, round: taken.round } } };
    if (event.more === true || !isEverybodyIn(next, taken.round)) return counted(next, event.no);
    const step = closeAndReveal(next, taken.round, earlyLimit(taken.round, event.at, now), now);
    return { ...step, effects: [...disarmed(next), ...step.effects] };
  }
  if (phase.was.kind !== 'asking') return refuse(state, 'stale');
  const { question } = phase.was;
  if (question.kind === 'unposted') return refuse(state, 'not-open');
  const taken = takeAnswer(state, event, question.round, haltedRound(question, Number.POSITIVE_INFINITY));
  if (taken.kind === 'settled') return taken.step;
  const was = { kind: 'asking', question: { ...question, round: taken.round } } as const;
  return counted({ ...taken.state, phase: { ...phase, was } }, event.no);
}

/** A click made in time that arrives after the close: within the grace period it changes the scores and the reveal. */
function answerClosed(state: QuizState, event: AnswerEvent, closed: ClosedRound, now: number): Step {
  if (closed.kind === 'unposted') return refuse(state, 'too-late');
  const late = now > closed.until || (closed.limit !== null && event.at > closed.limit);
  const taken = takeAnswer(state, event, closed.round, closed.round, late);
  if (taken.kind === 'settled') return taken.step;
  const { no } = event;
  const next: QuizState = { ...taken.state, closed: taken.state.closed.with(no, { ...closed, round: taken.round }) };
  const entries = entriesFor(next, no, taken.round.answers.slice(-1));
  const again: readonly Effect[] =
    next.phase.kind === 'over' ? [{ kind: 'finish', reason: next.phase.reason, again: true }] : [];
  return {
    state: next,
    effects: [{ kind: 'award', no, entries }, { kind: 'reveal', no, again: true }, ...again],
  };
}

type Taken =
  | { readonly kind: 'taken'; readonly state: QuizState; readonly round: Round }
  /** Nothing is to be added. */
  | { readonly kind: 'settled'; readonly step: Step };

/**
 * The round with the answer, and the state with its player. `clock`: the round including a pause that is still going
 * on.
 */
function takeAnswer(state: QuizState, event: AnswerEvent, round: Round, clock: Round, late = false): Taken {
  const { user, name, choice, at } = event;
  const used = elapsedAt(clock, at);
  const isPlaying = findPlayer(state, user) !== undefined;
  // Who answers plays, so that of a crowd of newcomers each is looked for once.
  const earlier = isPlaying ? round.answers.find((answer) => answer.user === user) : undefined;
  if (earlier !== undefined) {
    // The same click once more, from another process or in a second delivery: it counts, and has nothing to change.
    if (earlier.choice === choice && earlier.ms === Math.max(0, used))
      return { kind: 'settled', step: { state, effects: [] } };
    const refusal = { kind: 'already-answered', choice: earlier.choice } as const;
    return { kind: 'settled', step: { state, effects: [], refusal } };
  }
  if (late || used > timeLimit(state)) return { kind: 'settled', step: refuse(state, 'too-late') };
  if (isInPause(clock, at)) return { kind: 'settled', step: refuse(state, 'paused') };
  return {
    kind: 'taken',
    state: isPlaying ? state : addPlayer(state, { user, name }, null),
    round: { ...round, answers: [...round.answers, { user, choice, ms: Math.max(0, used) }] },
  };
}

function counted(state: QuizState, no: number): Step {
  return { state, effects: [{ kind: 'progress', no }] };
}
