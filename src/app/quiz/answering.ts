import type { Card } from '../../core/card.ts';
import { choices } from '../../core/quiz/state.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import { staleCard } from '../views/problem.ts';
import { lockedInCard, noQuizCard, refusalCard } from '../views/quiz-notices.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import type { Outages } from './outages.ts';
import type { Progress } from './progress.ts';

/** A click may overtake the news that its question is out: it is tried again for a while, in ms. */
const openingPatience = 2500;
const openingPause = 50;

/** A press of the button of an option, that came in at `received` by the steady clock. */
type Pick = { readonly id: string; readonly no: number; readonly place: number; readonly received: number };

/** Takes somebody's answer to a question of a quiz, and tells whether it counts. */
export async function answerQuiz(
  { id, no, place, received }: Pick,
  { caller, at }: Circumstances,
  {
    live,
    progress,
    outages,
  }: { readonly live: LiveQuizzes; readonly progress: Progress; readonly outages: { readonly over: Outages['over'] } },
): Promise<Card> {
  const choice = choices.find((candidate) => candidate === place);
  if (choice === undefined) return staleCard();
  // The platform repeats what was missed before it says that the outage is over, and its time was not given back yet.
  await outages.over(caller.channel);
  const event = { kind: 'answer', no, user: caller.user, name: caller.name, choice, at } as const;
  for (let waited = 0; ; waited += openingPause) {
    const outcome = await live.answer(id, event, received);
    if (outcome === null) return noQuizCard();
    const { refusal, state } = outcome;
    if (refusal?.kind === 'not-open' && waited < openingPatience) {
      await pause(openingPause);
      continue;
    }
    if (refusal !== null) return refusalCard(refusal, state, caller.user);
    progress.note(id, no);
    return lockedInCard(choice);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
