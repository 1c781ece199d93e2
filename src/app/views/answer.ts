import type { Action, Card, Span } from '../../core/card.ts';
import type { Question } from '../../core/question.ts';
import { buttonId } from '../button.ts';

/** Short enough that a phone shows most of it. */
const longestLabel = 60;

/** The answer to one question, its source, and up to three neighbours as buttons. */
export function answerCard(question: Question, related: readonly Question[]): Card {
  const sources = question.references.flatMap(({ title, url }): Span[] => [
    { kind: 'text', text: ' · ' },
    { kind: 'link', text: title, url },
  ]);
  const actions = related.map((other) => questionAction('show', other));
  return {
    title: question.title,
    body: [
      ...question.body,
      {
        kind: 'text',
        muted: true,
        text: [{ kind: 'text', text: `${question.topic} · ${question.level}` }, ...sources],
      },
      ...(actions.length > 0 ? [{ kind: 'actions', actions } as const] : []),
    ],
  };
}

/** A button that opens a question: in a new message (`show`), or in place of the one it stands under (`choose`). */
export function questionAction(verb: 'show' | 'choose', question: Question): Action {
  return { id: buttonId({ verb, question: question.id }), label: shortTitle(question.title) };
}

function shortTitle(title: string): string {
  if (title.length <= longestLabel) return title;
  const cut = title.slice(0, longestLabel - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestLabel / 2)).replace(/[\s,(]+$/, '')}…`;
}
