import type { Subject } from '../../core/bank.ts';
import type { Action, Card } from '../../core/card.ts';
import { hint, muted, paragraph } from '../../core/card.ts';
import type { CheckedSuggestion } from '../../core/suggestion.ts';
import { buttonId } from '../dispatch/button.ts';
import type { Suggestion } from '../store/suggestion.ts';
import { counted } from './numbers.ts';
import { alikeNodes, exampleNodes, quoted, remarkNodes } from './suggestion-nodes.ts';

/** Where a suggestion stands among those that wait; `next`: the id of another one, null if there is none. */
export type Waiting = { readonly count: number; readonly next: string | null };

/** A suggestion for whoever reviews: who suggests it, as it will look, what the rules say, and what can be done. */
export function reviewCard(
  suggestion: Suggestion,
  checked: CheckedSuggestion,
  { count, next }: Waiting,
  subject: Subject,
): Card {
  const { id, author, name } = suggestion;
  return {
    title: count === 1 ? 'A suggestion waits' : `${counted(count, 'suggestion')} wait`,
    body: [
      author === null || name === null
        ? paragraph('Somebody who wants no name in the file suggests:')
        : paragraph({ kind: 'person', user: author, text: name }, ' suggests, to be named in the file:'),
      ...(checked.question === null
        ? [paragraph(...quoted(suggestion))]
        : exampleNodes(suggestion, checked.question, subject)),
      ...alikeNodes(checked),
      ...remarkNodes(checked.remarks, true),
      ...remarkNodes(checked.remarks, false),
      {
        kind: 'actions',
        actions: [
          ...(checked.question === null
            ? []
            : [{ id: buttonId('suggested', 'accept', id), label: 'Accept', style: 'primary' } as const]),
          { id: buttonId('suggested', 'mend', id), label: 'Mend' },
          { id: buttonId('suggested', 'decline', id), label: 'Decline' },
          ...(next === null ? [] : [{ id: buttonId('suggested', 'show', next), label: 'Another one' }]),
        ],
      },
    ],
  };
}

/** Nothing waits. */
export function nothingWaitsCard(): Card {
  return {
    title: 'No suggestion waits',
    body: [paragraph('What people suggest with ', hint('suggest'), ' comes here.')],
  };
}

/** Where nobody may decide in the chat. */
export function notReviewingCard(): Card {
  return {
    tone: 'notice',
    title: 'You do not decide here',
    body: [
      paragraph(
        'Whoever manages the bot here decides on suggestions, in one of its channels. Your own: ',
        hint('suggest'),
      ),
    ],
  };
}

/** What became of an accepted suggestion: asked from now on, in a folder that is not the bank's, or only kept. */
export type Filed = 'asked' | 'written' | 'kept' | 'failed';

/** For whoever accepted a suggestion. */
export function acceptedCard(suggestion: Suggestion, filed: Filed, next: string | null): Card {
  const told = {
    asked: ' is in the bank, and can be asked from now on.',
    written: ' was written into the folder for suggestions. It is asked once that belongs to the bank.',
    kept: ' is kept with the bot until whoever runs it exports it: ',
    failed:
      ' is accepted, but could not be written into the folder for suggestions. It will be tried again; whoever runs the bot sees why in its log. ',
  }[filed];
  return {
    tone: filed === 'failed' ? 'notice' : 'good',
    title: 'Accepted',
    body: [
      paragraph(
        ...quoted(suggestion),
        told,
        ...(filed === 'kept' ? [{ kind: 'code', text: exporting(suggestion) } as const] : []),
      ),
      ...toldNote(suggestion),
      ...nextNodes(next),
    ],
  };
}

function exporting({ file }: Suggestion): string {
  const bank = file === null || file.bank === '' ? '' : ` --bank ${file.bank}`;
  return `npm run bank -- suggestions --export FOLDER${bank}`;
}

/** For whoever declined it. */
export function declinedCard(suggestion: Suggestion, next: string | null): Card {
  return {
    title: 'Declined',
    body: [
      paragraph(...quoted(suggestion), ` is declined: “${suggestion.word ?? ''}”`),
      ...toldNote(suggestion),
      ...nextNodes(next),
    ],
  };
}

/** For whoever comes too late. */
export function decidedBeforeCard(next: string | null): Card {
  return {
    tone: 'notice',
    title: 'That one waits no more',
    body: [paragraph('It was decided or taken back meanwhile.'), ...nextNodes(next)],
  };
}

/** For the author: what became of it. `title`: of the question that it is from now on, null if it was declined. */
export function decisionCard(suggestion: Suggestion, title: string | null): Card {
  const { word } = suggestion;
  if (title !== null) {
    return {
      tone: 'good',
      title: 'Your question was accepted',
      body: [paragraph('Thank you. “', title, '” goes into the question bank.')],
    };
  }
  return {
    tone: 'notice',
    title: 'Your question was declined',
    body: [
      paragraph('You suggested ', ...quoted(suggestion), `. Whoever decided says: “${word ?? ''}”`),
      paragraph('You can suggest another one: ', hint('suggest')),
    ],
  };
}

function toldNote({ author }: Suggestion) {
  return author === null ? [] : [muted('Whoever suggested it is told by direct message.')];
}

function nextNodes(next: string | null): readonly { readonly kind: 'actions'; readonly actions: readonly Action[] }[] {
  if (next === null) return [];
  return [
    { kind: 'actions', actions: [{ id: buttonId('suggested', 'show', next), label: 'Next one', style: 'primary' }] },
  ];
}
