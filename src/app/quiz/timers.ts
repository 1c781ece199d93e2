import { timers as timerNames } from '../../core/quiz/effect.ts';
import type { QuizEvent } from '../../core/quiz/event.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import type { TimerHandler } from '../timers.ts';
import { hostTellCard } from '../views/quiz-words.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import type { SentPart } from './names.ts';
import { outgoingIds, quizTimers } from './names.ts';

type Options = { readonly store: Store; readonly live: LiveQuizzes; readonly clock: Clock; readonly log: Log };

/** What falls due around quizzes: the end of a phase, and what follows when a message was sent or could not be. */
export function createQuizTimers({ store, live, clock, log }: Options): readonly (readonly [string, TimerHandler])[] {
  async function endPhase(timer: ClaimedTimer): Promise<void> {
    const { quiz, timer: word, no } = timer.payload as { quiz: string; timer: string; no: number };
    const name = timerNames.find((candidate) => candidate === word);
    if (name === undefined) return finishOnly(timer);
    await handle(timer, quiz, { kind: 'timer', timer: name, no });
  }

  async function sent(timer: ClaimedTimer): Promise<void> {
    const { quiz, part, no, end } = timer.payload as { quiz: string; part: SentPart; no: number; end: OutgoingEnd };
    if (end.kind === 'sent') {
      if (part !== 'question') return finishOnly(timer);
      return handle(timer, quiz, { kind: 'posted', no, at: end.posted.at });
    }
    log.warn({ quiz, part, end }, 'A message of a quiz was not sent.');
    if (part === 'result' || part === 'say') return finishOnly(timer);
    if (part === 'question' && (end.kind === 'dropped' || end.why === 'unverifiable')) {
      // Nobody can tell whether it stands there: better to leave it out than to ask it twice.
      return handle(timer, quiz, { kind: 'skip', what: 'question', no, user: '', byManager: true, at: null });
    }
    await handle(timer, quiz, { kind: 'lost', reason: end.kind === 'failed' ? end.why : 'gone' });
    await tellHost(quiz, end.kind === 'failed' ? end.why : 'gone');
  }

  async function handle(timer: ClaimedTimer, quiz: string, event: QuizEvent): Promise<void> {
    const outcome = await live.handle(quiz, event, clock.steady(), (unit) => unit.timers.finish(timer));
    // Without a quiz, or when it was taken over, nothing was done, and nothing is to be done again.
    if (outcome === null) await finishOnly(timer);
  }

  async function finishOnly(timer: ClaimedTimer): Promise<void> {
    await store.transact((unit) => unit.timers.finish(timer));
  }

  /** In private: where the bot cannot post, nobody would read it. */
  async function tellHost(id: string, why: string): Promise<void> {
    const now = clock.wall();
    await store.transact(async (unit) => {
      const quiz = await unit.quizzes.lock(id);
      if (quiz === null) return;
      const outgoing = outgoingIds.tellHost(id, quiz.version);
      await unit.outbox.put(
        {
          id: outgoing,
          lane: outgoing,
          scope: quiz.scope,
          channel: null,
          user: quiz.state.host.user,
          thread: null,
          errand: { kind: 'post', card: hostTellCard(why), ping: null },
          due: now,
          expires: null,
          pressed: 'wait',
          follow: null,
        },
        now,
      );
    });
  }

  return [
    [quizTimers.phase, endPhase],
    [quizTimers.sent, sent],
  ];
}
