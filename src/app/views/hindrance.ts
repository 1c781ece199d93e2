import type { Card, Rich } from '../../core/card.ts';
import { rich } from '../../core/card.ts';
import type { Hindrance, Plan } from '../hindrance.ts';

const titles: Readonly<Record<Plan['kind'], string>> = {
  quiz: 'No quiz was opened',
  daily: 'Nothing was set up',
  question: 'No question was posted',
  answer: 'Your answer was not posted',
};

/** For the person who asked for it: nothing was done, why, and what to do. */
export function hinderedCard({ kind }: Plan, hindrance: Hindrance): Card {
  return { tone: 'notice', title: titles[kind], body: [{ kind: 'text', text: hindranceWords(hindrance) }] };
}

/** What stands against it, and the cure. */
export function hindranceWords({ problem, cure }: Hindrance): Rich {
  return [...problem, ...rich(' '), ...cure];
}
