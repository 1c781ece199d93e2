import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Action, Card, CardNode, Span } from '../../core/card.ts';
import { muted } from '../../core/card.ts';
import { answerFirst, excerptOf } from '../../core/excerpt.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Question } from '../../core/question.ts';
import { buttonId } from '../dispatch/button.ts';
import type { Caller } from '../ports.ts';

/** Short enough that a phone shows most of it. */
const longestLabel = 60;

/** How much of a long answer is shown: an excerpt with a button for the rest, all of it with a button back, or simply all. */
type Extent = 'first' | 'opened' | 'whole';

type Shown = {
  readonly subject: Subject;
  readonly direct: boolean;
  /** The address of the question's own page. */
  readonly page: string | null;
  readonly extent: Extent;
};

/**
 * The answer to one question, the sentence that answers first, with its source, what one can do next, and up to three related
 * questions. In a conversation with the bot alone (`direct`) there is nobody to share it with.
 */
export function answerCard(
  question: Question,
  related: readonly Question[],
  { subject, direct, page, extent }: Shown,
): Card {
  const neighbours = related.map((other) => questionAction('show', other));
  const excerpt = excerptOf(question.body);
  const isCut = excerpt !== null && extent === 'first';
  return {
    title: question.title,
    body: [
      ...(isCut ? excerpt : wholeBody(question)),
      ...(isCut ? [] : changeNodes(question)),
      sourceLine(question, subject, page),
      {
        kind: 'actions',
        actions: [
          ...(excerpt === null ? [] : foldActions(question, extent)),
          ...(direct ? [] : [{ id: buttonId('share', question.id), label: 'Share to channel' }]),
          ...practiceAction(question),
          { id: buttonId('good', question.id), label: '👍' },
          { id: buttonId('bad', question.id), label: '👎' },
        ],
      },
      ...(neighbours.length > 0 ? [{ kind: 'actions', actions: neighbours } as const] : []),
    ],
  };
}

/** The answer as everybody in the channel sees it. */
export function sharedCard(question: Question, subject: Subject, { user, name }: Pick<Caller, 'user' | 'name'>): Card {
  return {
    title: question.title,
    body: [
      ...wholeBody(question),
      ...changeNodes(question),
      sourceLine(question, subject, null),
      muted('Shared by ', { kind: 'person', user, text: name }),
      ...practiceAction(question).map((action): CardNode => ({ kind: 'actions', actions: [action] })),
    ],
  };
}

/**
 * All of an answer. What the excerpt of a long one shows stays where it was read, and the rest follows; a short one is in
 * the order of its author.
 */
function wholeBody({ body }: Question): readonly CardNode[] {
  if (excerptOf(body) === null) return body;
  const { first, rest } = answerFirst(body);
  return [...first, ...rest];
}

function foldActions({ id }: Question, extent: Extent): readonly Action[] {
  if (extent === 'whole') return [];
  return [
    extent === 'first' ? { id: buttonId('more', id), label: 'More' } : { id: buttonId('less', id), label: 'Less' },
  ];
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
