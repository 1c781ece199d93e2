import { timers as timerNames } from '../../core/quiz/effect.ts';
import type { QuizEvent } from '../../core/quiz/event.ts';
import type { Clock } from '../clock.ts';
import { putDirectMessage } from '../delivery/direct-message.ts';
import type { TimerHandler } from '../delivery/timers.ts';
import type { Log } from '../ports.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Store, Unit } from '../store/store.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import { hostTellCard, slowedCard } from '../views/quiz-words.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import type { SentPart } from './names.ts';
import { outgoingIds, quizTimers } from './names.ts';

/** What is written in the unit of an event besides what the event itself calls for. */
type Also = (unit: Unit) => Promise<void>;

type Options = { readonly store: Store; readonly live: LiveQuizzes; readonly clock: Clock; readonly log: Log };

/** A lobby whose message is not out yet is looked at again after so many ms; less than `leastLost` is its usual way. */
const lobbyPause = 5000;
const leastLost = 2000;

/** A message is out this long (ms) after it was put in, unless the platform holds it up. */
const longestWay = 5000;

type Sent = {
  readonly quiz: string;
  readonly part: SentPart;
  readonly no: number;
  /** When it was put in, UTC ms. */
  readonly since: number;
  readonly end: OutgoingEnd;
};

/** What falls due around quizzes: the end of a phase, and what follows when a message was sent or could not be. */
export function createQuizTimers({ store, live, clock, log }: Options): readonly (readonly [string, TimerHandler])[] {
  const began = clock.wall();

  async function endPhase(timer: ClaimedTimer): Promise<void> {
    const { quiz, timer: word, no } = timer.payload as { quiz: string; timer: string; no: number };
    const name = timerNames.find((candidate) => candidate === word);
    if (name === undefined) return finishOnly(timer);
    // Nobody can join before the lobby's message is out; its time begins then.
    if (name === 'lobby' && (await store.transact((unit) => unit.outbox.messageOf(outgoingIds.lobby(quiz)))) === null) {
      return handle(timer, quiz, { kind: 'recovered', lost: lobbyPause });
    }
    await handle(timer, quiz, { kind: 'timer', timer: name, no });
  }

  async function sent(timer: ClaimedTimer): Promise<void> {
    const { quiz, part, no, since, end } = timer.payload as Sent;
    if (end.kind === 'sent') {
      if (part === 'lobby') return beginLobby(timer, quiz);
      if (part === 'question' || part === 'reveal') await saySlowed(quiz, since);
      if (part !== 'question') return finishOnly(timer);
      return handle(timer, quiz, { kind: 'posted', no, at: end.posted.at, late: end.late });
    }
    if (end.kind === 'failed') log.warn({ quiz, part, end }, 'A message of a quiz was not sent.');
    if (await isEndOf(quiz, part, end)) {
      return handle(timer, quiz, { kind: 'lost', reason: 'gone' }, (unit) => tellHost(unit, quiz, 'gone'));
    }
    if (part !== 'lobby' && part !== 'thread' && part !== 'question') return finishOnly(timer);
    if (part === 'question' && (end.kind === 'dropped' || end.why === 'unverifiable')) {
      // Nobody can tell whether it stands there: better to leave it out than to ask it twice.
      return handle(timer, quiz, { kind: 'skip', what: 'question', no, user: '', byManager: true, at: null });
    }
    const why = end.kind === 'failed' ? end.why : 'gone';
    await handle(timer, quiz, { kind: 'lost', reason: why }, (unit) => tellHost(unit, quiz, why));
  }

  /** True when what a message was for is gone, and not only a message that a quiz can do without. */
  async function isEndOf(quiz: string, part: SentPart, end: OutgoingEnd): Promise<boolean> {
    if (end.kind !== 'failed' || end.why !== 'gone' || part === 'result') return false;
    if (end.only === undefined || part === 'thread') return true;
    // Nobody can join any more. Once it has begun, the thread goes on without that card.
    return part === 'card' && (await live.look(quiz))?.phase.kind === 'lobby';
  }

  /** A message that waited long was slowed by the platform, unless it was this process that came late. Said once. */
  async function saySlowed(id: string, since: number): Promise<void> {
    const now = clock.wall();
    if (now - since < longestWay || since < began) return;
    await store.transact(async (unit) => {
      const quiz = await unit.quizzes.lock(id);
      if (quiz === null || !quiz.live) return;
      await unit.outbox.put(
        {
          id: outgoingIds.slowed(id),
          lane: outgoingIds.slowed(id),
          scope: quiz.scope,
          channel: quiz.channel,
          user: null,
          thread: outgoingIds.lobby(id),
          errand: { kind: 'post', card: slowedCard(), ping: null },
          due: now,
          expires: null,
          pressed: 'wait',
          follow: null,
        },
        now,
      );
    });
  }

  /** Gives back what a lobby has lost of its time because its message was long on its way. */
  async function beginLobby(timer: ClaimedTimer, quiz: string): Promise<void> {
    const state = await live.look(quiz);
    if (state?.phase.kind !== 'lobby') return finishOnly(timer);
    const lost = clock.steady() + state.settings.lobbySeconds * 1000 - state.phase.due;
    return lost < leastLost ? finishOnly(timer) : handle(timer, quiz, { kind: 'recovered', lost });
  }

  async function handle(timer: ClaimedTimer, quiz: string, event: QuizEvent, also?: Also): Promise<void> {
    const outcome = await live.handle(quiz, event, clock.steady(), async (unit) => {
      const isOurs = await unit.timers.finish(timer);
      if (isOurs) await also?.(unit);
      return isOurs;
    });
    // Without a quiz, or when it was taken over, nothing was done, and nothing is to be done again.
    if (outcome === null) await finishOnly(timer);
  }

  async function finishOnly(timer: ClaimedTimer): Promise<void> {
    await store.transact((unit) => unit.timers.finish(timer));
  }

  /** In private: where the bot cannot post, nobody would read it. */
  async function tellHost(unit: Unit, id: string, why: string): Promise<void> {
    const quiz = await unit.quizzes.lock(id);
    // Of one that is over they were told when it ended.
    if (quiz === null || !quiz.live) return;
    const told = { id: outgoingIds.tellHost(id, quiz.version), scope: quiz.scope, user: quiz.state.host.user };
    await putDirectMessage(unit, { ...told, card: hostTellCard(why) }, clock.wall());
  }

  return [
    [quizTimers.phase, endPhase],
    [quizTimers.sent, sent],
  ];
}
