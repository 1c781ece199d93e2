import { answerQuestion } from './answer.ts';
import { armed, disarmed } from './armed.ts';
import { askNext, beginClock, closeAndReveal } from './ask.ts';
import { endReveal } from './end-reveal.ts';
import type { HostEvent, QuizEvent, TimerEvent } from './event.ts';
import { closeQuestion, endNow } from './finish.ts';
import { forget } from './forget.ts';
import { endLobby, join, leave, startNow } from './lobby.ts';
import { hearAgain, pauseUnheard } from './outage.ts';
import { giveUp, pause, resume, showHalt } from './pause.ts';
import { recover } from './recover.ts';
import { earlyLimit } from './round-clock.ts';
import type { QuizState } from './state.ts';
import { momentOf, openQuestion, questionNo } from './state.ts';
import type { Step } from './step.ts';
import { refuse } from './step.ts';

/**
 * The reducer: applies an event to a quiz and lists the side effects. Total and pure: `now` is our clock in UTC ms, and
 * randomness comes from the state's seed. An event that is late, duplicate, stale or not allowed changes nothing and
 * says why.
 */
export function reduce(state: QuizState, event: QuizEvent, now: number): Step {
  switch (event.kind) {
    case 'join':
      return join(state, event);
    case 'leave':
      return leave(state, event.user);
    case 'forget':
      return forget(state, event.user, now);
    case 'answer':
      return answerQuestion(state, event, now);
    case 'posted':
      return showHalt(beginClock(state, event, now));
    case 'timer':
      return wake(state, event, now);
    case 'lost':
      if (state.phase.kind === 'over') return refuse(state, 'not-running');
      if (event.reason === 'gone') return endNow(state, 'gone', null, now);
      return state.phase.kind === 'lobby'
        ? endNow(state, 'lost-permission', null, now)
        : pause(state, { kind: 'lost', what: event.reason }, now);
    case 'recovered':
      return recover(state, Math.max(0, event.lost), now);
    case 'heard':
      return hearAgain(state, Math.max(0, event.lost), now);
    case 'unheard':
      return pauseUnheard(state, Math.max(0, event.lost), now);
    default:
      return direct(state, event, now);
  }
}

function direct(state: QuizState, event: HostEvent, now: number): Step {
  if (!event.byManager && event.user !== state.host.user) return refuse(state, 'not-host');
  if (event.at !== null && state.orderedAt !== null && event.at <= state.orderedAt) return refuse(state, 'stale');
  const step = obey(state, event, now);
  return step.refusal === undefined && event.at !== null
    ? { ...step, state: { ...step.state, orderedAt: event.at } }
    : step;
}

function obey(state: QuizState, event: HostEvent, now: number): Step {
  switch (event.kind) {
    case 'start':
      return startNow(state, now);
    case 'pause':
      return pause(state, { kind: 'asked', user: event.user }, now);
    case 'resume':
      return resume(state, now);
    case 'skip':
      return skip(state, event, now);
    case 'stop':
      return stop(state, event, now);
  }
}

function stop(state: QuizState, { during, at }: Extract<HostEvent, { kind: 'stop' }>, now: number): Step {
  if (state.phase.kind === 'over') return refuse(state, 'not-running');
  if (during !== undefined && during !== momentOf(state)) return refuse(state, 'stale');
  return endNow(state, 'stopped', at, now);
}

/** Closes the question early, counting its answers; or cuts a reveal short. */
function skip(state: QuizState, event: Extract<HostEvent, { kind: 'skip' }>, now: number): Step {
  const { phase } = state;
  if (phase.kind === 'lobby' || phase.kind === 'over') return refuse(state, 'not-running');
  if (phase.kind === 'paused') return event.at === null ? skipDate(state, event.no, now) : refuse(state, 'paused');
  if (event.no !== questionNo(state) || (event.what === 'question') !== (phase.kind === 'asking')) {
    return refuse(state, 'stale');
  }
  const after =
    phase.kind === 'revealing' ? askNext({ ...state, unanswered: 0 }, now) : closeEarly(state, event.at, now);
  return { ...after, effects: [...disarmed(state), ...after.effects] };
}

/** During a pause, skips only a question that may or may not have been posted: resuming would post it again. */
function skipDate(state: QuizState, no: number, now: number): Step {
  if (openQuestion(state)?.kind !== 'unposted' || no !== questionNo(state) || state.phase.kind !== 'paused') {
    return refuse(state, 'paused');
  }
  const closed = closeQuestion(state, null, null, now);
  return { state: { ...closed.state, phase: { ...state.phase, was: { kind: 'between' } } }, effects: closed.effects };
}

function closeEarly(state: QuizState, at: number | null, now: number): Step {
  const open = openQuestion(state);
  if (open?.kind !== 'posted') return closeAndReveal(state, null, null, now);
  return closeAndReveal(state, open.round, earlyLimit(open.round, at, now), now);
}

/** A timer fired. One that fires before the deadline belonged to an earlier deadline: the right one is armed again. */
function wake(state: QuizState, { timer, no }: TimerEvent, now: number): Step {
  const [due] = armed(state);
  if (due === undefined || due.timer !== timer || due.no !== no) return refuse(state, 'stale');
  if (now < due.due) return { ...refuse(state, 'stale'), effects: [due] };
  const { phase } = state;
  if (phase.kind === 'lobby') return endLobby(state, now);
  if (phase.kind === 'revealing') return endReveal(state, now);
  if (phase.kind === 'paused') return giveUp(state, phase.reason, now);
  const open = openQuestion(state);
  return open?.kind === 'posted' ? closeAndReveal(state, open.round, null, now) : refuse(state, 'stale');
}
