import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Action, Card, CardNode, Span } from '../../core/card.ts';
import { muted } from '../../core/card.ts';
import { excerptOf } from '../../core/excerpt.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Question } from '../../core/question.ts';
import { buttonId } from '../dispatch/button.ts';
import type { Caller } from '../ports.ts';

/** Short enough that a phone shows most of it. */
const longestLabel = 60;

type Shown = {
  readonly subject: Subject;
  readonly direct: boolean;
  /** The address of the question's own page. */
  readonly page: string | null;
  /** Whether all of a long answer is shown, or an excerpt with a button for the rest. */
  readonly whole: boolean;
};

/**
 * The answer to one question with its source, up to three related questions and what one can do next. In a conversation
 * with the bot alone (`direct`) there is nobody to share it with.
 */
export function answerCard(
  question: Question,
  related: readonly Question[],
  { subject, direct, page, whole }: Shown,
): Card {
  const neighbours = related.map((other) => questionAction('show', other));
  const excerpt = whole ? null : excerptOf(question.body);
  return {
    title: question.title,
    body: [
      ...(excerpt ?? question.body),
      ...(excerpt === null ? changeNodes(question) : []),
      sourceLine(question, subject, page),
      ...(neighbours.length > 0 ? [{ kind: 'actions', actions: neighbours } as const] : []),
      {
        kind: 'actions',
        actions: [
          ...(excerpt === null ? [] : [{ id: buttonId('more', question.id), label: 'More' }]),
          ...(direct ? [] : [{ id: buttonId('share', question.id), label: 'Share to channel' }]),
          ...practiceAction(question),
          { id: buttonId('good', question.id), label: '👍' },
          { id: buttonId('bad', question.id), label: '👎' },
        ],
      },
    ],
  };
}

/** The answer as everybody in the channel sees it. */
export function sharedCard(question: Question, subject: Subject, { user, name }: Pick<Caller, 'user' | 'name'>): Card {
  return {
    title: question.title,
    body: [
      ...question.body,
      ...changeNodes(question),
      sourceLine(question, subject, null),
      muted('Shared by ', { kind: 'person', user, text: name }),
      ...practiceAction(question).map((action): CardNode => ({ kind: 'actions', actions: [action] })),
    ],
  };
}

/** What releases do differently, in small print under the answer. */
export function changeNodes({ changed = [] }: Pick<Question, 'changed'>): readonly CardNode[] {
  return changed.map((line) => ({ kind: 'text', muted: true, text: inlineCode(line) }));
}

/** A button that opens a question: in a new message (`show`), or in place of the one it stands under (`choose`). */
export function questionAction(verb: 'show' | 'choose', question: Pick<Question, 'id' | 'title'>): Action {
  return { id: buttonId(verb, question.id), label: shortTitle(question.title) };
}

function practiceAction({ id, items }: Question): readonly Action[] {
  return items.length === 0 ? [] : [{ id: buttonId('practise', id), label: 'Quiz me on this' }];
}

function sourceLine({ topic, level, references }: Question, subject: Subject, page: string | null): CardNode {
  const sources = references.flatMap(({ title, url }): Span[] => [
    { kind: 'text', text: ' · ' },
    { kind: 'link', text: title, url },
  ]);
  const own: Span[] =
    page === null
      ? []
      : [
          { kind: 'text', text: ' · ' },
          { kind: 'link', text: 'page', url: page },
        ];
  return {
    kind: 'text',
    muted: true,
    text: [{ kind: 'text', text: `${topicTitle(subject, topic)} · ${level}` }, ...sources, ...own],
  };
}

function shortTitle(title: string): string {
  if (title.length <= longestLabel) return title;
  const cut = title.slice(0, longestLabel - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestLabel / 2)).replace(/[\s,(]+$/, '')}…`;
}
