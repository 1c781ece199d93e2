import type { Card } from '../../core/card.ts';
import { muted, paragraph } from '../../core/card.ts';
import type { Question } from '../../core/question.ts';
import { questionAction } from './answer.ts';
import { quote } from './not-found.ts';

/**
 * The bank explains the thing that is asked about, and probably not what is asked about it: says which question that is,
 * offers it first, and others, if there are any, below.
 */
export function partialCard(query: string, closest: Question, others: readonly Question[]): Card {
  return {
    tone: 'notice',
    title: 'I know part of this',
    body: [
      paragraph(
        'I can answer ',
        { kind: 'text', text: closest.title, bold: true },
        ' About ',
        quote(query),
        ' I am not sure. See how far it helps:',
      ),
      { kind: 'actions', actions: [{ ...questionAction('choose', closest), style: 'primary' }] },
      ...(others.length === 0
        ? []
        : [
            muted(others.length === 1 ? 'Or did you mean this?' : 'Or did you mean one of these?'),
            { kind: 'actions', actions: others.map((question) => questionAction('choose', question)) } as const,
          ]),
    ],
  };
}
