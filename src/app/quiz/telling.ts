import type { Card } from '../../core/card.ts';
import type { QuizEvent } from '../../core/quiz/event.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import type { Clock } from '../clock.ts';
import type { Posted } from '../delivery/messenger.ts';
import { noQuizCard, refusalCard } from '../views/quiz-notices.ts';
import type { MessageLinks } from './addresses.ts';
import { threadUnder } from './addresses.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import { outgoingIds } from './names.ts';

/** What an event has come to, as a card; `thread`: the address where the quiz is played, null where it has none. */
export type Done = (state: QuizState, thread: string | null) => Card;

/** Takes an event to the quiz; gives the card of what it did, or why it did nothing. */
export type Tell = (id: string, event: QuizEvent, done: Done) => Promise<Card>;

export function createTelling({
  live,
  clock,
  link,
}: {
  readonly live: LiveQuizzes;
  readonly clock: Clock;
  readonly link: MessageLinks;
}): Tell {
  return async (id, event, done) => {
    let lobby: Posted | null = null;
    const outcome = await live.handle(id, event, clock.steady(), async (unit) => {
      lobby = await unit.outbox.messageOf(outgoingIds.lobby(id));
      return true;
    });
    if (outcome === null) return noQuizCard();
    const { refusal, state } = outcome;
    if (refusal !== null) return refusalCard(refusal, state, 'user' in event ? event.user : undefined);
    return done(state, threadUnder(lobby, state, link));
  };
}
