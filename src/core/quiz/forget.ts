import { disarmed } from './armed.ts';
import { closeAndReveal, isEverybodyIn } from './ask.ts';
import type { Effect } from './effect.ts';
import { endNow } from './finish.ts';
import { earlyLimit } from './round-clock.ts';
import type { ClosedRound, Interrupted, Person, Phase, QuizState, Round } from './state.ts';
import { openQuestion, questionNo } from './state.ts';
import type { Step } from './step.ts';
import { refuse } from './step.ts';

/** In place of a host of whom nothing is known any more, in a quiz that is over. */
const nobody: Person = { user: '', name: 'nobody' };

/**
 * Somebody is forgotten, and leaves the quiz with all that they did in it: their answers and points are gone, and ranks
 * close up. If they answer later, they join like anybody else, from zero: to refuse them, one would have to remember
 * them. A host hands over to the player who joined first; without one the quiz ends, as nobody could stop it. Their
 * recorded answers must be deleted with this, or they would be replayed.
 */
export function forget(state: QuizState, user: string, now: number): Step {
  if (!knows(state, user)) return refuse(state, 'not-joined');
  const next = without(state, user);
  if (next.phase.kind === 'over') return { state: next, effects: [] };
  if (next.host === nobody) return endNow(next, 'nobody', null, now);
  const effects: readonly Effect[] = [
    { kind: 'edit-lobby' },
    ...(next.host.user === state.host.user ? [] : [{ kind: 'say', what: 'host' } as const]),
  ];
  const after = goOn(next, now);
  return { ...after, effects: [...effects, ...after.effects] };
}

function knows({ host, players, closed, phase }: QuizState, user: string): boolean {
  const asked = phase.kind === 'paused' && phase.reason.kind === 'asked' && phase.reason.user === user;
  return asked || host.user === user || players.some((player) => player.user === user) || hasAnswered(closed, user);
}

/** Whoever has answered plays; it is looked for all the same, since nothing may stay. */
function hasAnswered(closed: QuizState['closed'], user: string): boolean {
  return closed.some((each) => each.kind === 'played' && each.round.answers.some((answer) => answer.user === user));
}

/** The question that is open is shown without them; it is closed when only they had not answered. */
function goOn(state: QuizState, now: number): Step {
  const open = openQuestion(state);
  if (open?.kind !== 'posted') return { state, effects: [] };
  if ('haltedAt' in open || !isEverybodyIn(state, open.round)) {
    return { state, effects: [{ kind: 'progress', no: questionNo(state) }] };
  }
  const closed = closeAndReveal(state, open.round, earlyLimit(open.round, null, now), now);
  return { ...closed, effects: [...disarmed(state), ...closed.effects] };
}

function without({ results, ...state }: QuizState, user: string): QuizState {
  const players = state.players.filter((player) => player.user !== user);
  // Of one that is over there is nothing to control any more, and its results were never an heir's.
  const heir = state.phase.kind === 'over' ? undefined : players[0];
  const host =
    state.host.user !== user ? state.host : heir === undefined ? nobody : { user: heir.user, name: heir.name };
  const closed = state.closed.map((each) => withoutClosed(each, user));
  // Whoever was told where the results are to be had is the host no more.
  const kept = host === state.host && results !== undefined ? { results } : {};
  return { ...state, ...kept, host, players, closed, phase: withoutPhase(state.phase, user) };
}

function withoutClosed(closed: ClosedRound, user: string): ClosedRound {
  return closed.kind === 'unposted' ? closed : { ...closed, round: withoutAnswer(closed.round, user) };
}

function withoutPhase(phase: Phase, user: string): Phase {
  if (phase.kind === 'asking' && phase.question.kind === 'posted') {
    return { ...phase, question: { ...phase.question, round: withoutAnswer(phase.question.round, user) } };
  }
  if (phase.kind !== 'paused') return phase;
  const { reason } = phase;
  const isTheirs = reason.kind === 'asked' && reason.user === user;
  return {
    ...phase,
    was: withoutInterrupted(phase.was, user),
    reason: isTheirs ? { kind: 'asked', user: '' } : reason,
  };
}

function withoutInterrupted(was: Interrupted, user: string): Interrupted {
  if (was.kind !== 'asking' || was.question.kind === 'unposted') return was;
  return { ...was, question: { ...was.question, round: withoutAnswer(was.question.round, user) } };
}

function withoutAnswer(round: Round, user: string): Round {
  return { ...round, answers: round.answers.filter((answer) => answer.user !== user) };
}
