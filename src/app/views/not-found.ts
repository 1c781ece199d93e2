import type { Subject } from '../../core/bank.ts';
import type { Card } from '../../core/card.ts';
import { hint, paragraph } from '../../core/card.ts';
import type { Question } from '../../core/question.ts';
import { questionAction } from './answer.ts';
import { suggestAction } from './suggestions.ts';

/** Longest part of a query that is quoted. */
const quoted = 120;

/** The evidence is weak: says so, and offers the closest questions. */
export function unsureCard(query: string, closest: readonly Question[]): Card {
  return {
    tone: 'notice',
    title: 'I am not sure',
    body: [
      paragraph(
        'I have no certain answer to ',
        quote(query),
        closest.length === 1 ? '. Did you mean this?' : '. Did you mean one of these?',
      ),
      { kind: 'actions', actions: closest.map((question) => questionAction('choose', question)) },
    ],
  };
}

/** No evidence at all: the bank does not cover it, and what to do instead. `suggests`: questions can be suggested. */
export function nothingCard(query: string, suggests = false): Card {
  return {
    tone: 'notice',
    title: 'Not in the question bank',
    body: [
      paragraph('The bank has nothing on ', quote(query), '.'),
      paragraph(
        suggests
          ? 'Try other words, such as the technical term; or suggest the question, if you know the answer.'
          : 'Try other words, such as the technical term, or ask whoever runs this bot to add the question.',
      ),
      paragraph(hint('topics'), ' shows what the bank covers, and ', hint('help'), ' what else I can do.'),
      ...(suggests ? [{ kind: 'actions', actions: [suggestAction()] } as const] : []),
    ],
  };
}

/** There were no words to search for: only punctuation or emoji. */
export function noWordsCard({ name, examples: [example] }: Subject): Card {
  return {
    tone: 'notice',
    title: 'Nothing to look up',
    body: [
      paragraph(
        `I found no words in that. Ask your ${name} questions`,
        ...(example === undefined ? ['.'] : [', for instance: ', hint(example.title)]),
      ),
    ],
  };
}

/** A query in quotation marks, on one line and cut to 120 characters. */
export function quote(query: string): string {
  const line = query.replace(/\s+/g, ' ').trim();
  const cut = [...line].slice(0, quoted).join('');
  return `“${cut}${cut.length < line.length ? '…' : ''}”`;
}
