import { orderOf, orders } from '../core/permutation.ts';
import type { Question } from '../core/question.ts';
import type { Feature } from './feature.ts';
import { reply } from './feature.ts';
import { practiceCard, practiceVerdictCard } from './views/practice.ts';
import { staleCard } from './views/problem.ts';

type Options = { readonly questions: readonly Question[]; readonly random: () => number };

/** Items to try alone: no points, nothing stored. The order of the options travels in the button. */
export function createPractice({ questions, random }: Options): Feature {
  const byId = new Map(questions.map((question) => [question.id, question]));

  return {
    run: () => null,
    press: ({ verb, args }) => {
      if (verb !== 'practise' && verb !== 'try') return null;
      const [id = '', ...rest] = args;
      const [number = 0, order = 0, choice = -1] = rest.map(Number);
      const question = byId.get(id);
      const item = question?.items[number];
      if (question === undefined || item === undefined || rest.length !== (verb === 'try' ? 3 : 1))
        return reply(staleCard());
      if (verb === 'practise') {
        return reply(practiceCard(question, number, Math.floor(random() * orders)));
      }
      const chosen = item.options[orderOf(order)[choice] ?? -1];
      return reply(
        chosen === undefined ? staleCard() : practiceVerdictCard(question, number, order, choice),
        'instead',
      );
    },
  };
}
