import type { Subject } from '../../core/bank.ts';
import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { muted, paragraph, rich } from '../../core/card.ts';
import type { CheckedSuggestion } from '../../core/suggestion.ts';
import { mostOpen } from '../../core/suggestion.ts';
import { buttonId } from '../dispatch/button.ts';
import type { Suggestion, SuggestionState } from '../store/suggestion.ts';
import { counted } from './numbers.ts';
import { alikeNodes, exampleNodes, nameOf, quoted, remarkNodes } from './suggestion-nodes.ts';

/** What a button shows of a suggestion, also where each character has to be escaped. */
const longestLabel = 38;

/** So many of somebody's suggestions are listed, the newest. */
const listed = 6;

/** Offers to write a question; where the bank has no answer, and under one's own suggestions. */
export function suggestAction(label = 'Suggest a question'): Action {
  return { id: buttonId('suggest', 'write'), label, style: 'primary' };
}

/** What a good suggestion is, and what somebody has suggested so far. */
export function suggestCard(own: readonly Suggestion[]): Card {
  const shown = own.slice(0, listed);
  const pending = shown.filter(({ state }) => state === 'draft' || state === 'open');
  return {
    title: 'Suggest a question',
    body: [
      paragraph(
        'Write what is asked, four answers of which one is right, why it is, and a page where one can read it. You see at once what the rules of the bank say to it, and how it will look. ',
        'Whoever manages the bot here decides, and you hear what becomes of it.',
      ),
      ...(own.length === 0 ? [] : ownNodes(shown)),
      {
        kind: 'actions',
        actions: [
          suggestAction('Write a question'),
          ...pending.map((suggestion) => ({
            id: buttonId('suggest', 'show', suggestion.id),
            label: nameOf(suggestion, longestLabel).replaceAll('`', ''),
          })),
        ],
      },
    ],
  };
}

const states: Readonly<Record<SuggestionState, string>> = {
  draft: 'not suggested yet',
  open: 'waits for whoever manages the bot here',
  accepted: 'accepted',
  filed: 'accepted',
  declined: 'declined',
};

function ownNodes(own: readonly Suggestion[]): readonly CardNode[] {
  const items = own.map((suggestion): Rich => {
    const word = suggestion.word === null ? '' : `: “${suggestion.word}”`;
    return [...quoted(suggestion), ...rich(` – ${states[suggestion.state]}${word}`)];
  });
  return [paragraph('What you have suggested here:'), { kind: 'list', ordered: false, items }];
}

/** Somebody's own suggestion: as it will look, and what the rules of the bank say; until they are kept it is not sent. */
export function ownSuggestionCard(suggestion: Suggestion, checked: CheckedSuggestion, subject: Subject): Card {
  const { id, state, name } = suggestion;
  const isSent = state === 'open';
  return {
    tone: isSent ? 'good' : 'notice',
    title: isSent ? 'Suggested' : 'Not suggested yet',
    body: [
      isSent
        ? paragraph('Whoever manages the bot here decides, and you hear what becomes of it.')
        : paragraph(...quoted(suggestion), ' is kept for you for a week.'),
      ...remarkNodes(checked.remarks, true),
      ...alikeNodes(checked),
      ...(checked.question === null ? [] : exampleNodes(suggestion, checked.question, subject)),
      ...remarkNodes(checked.remarks, false),
      {
        kind: 'actions',
        actions: [
          { id: buttonId('suggest', 'write', id), label: isSent ? 'Change it' : 'Mend it', ...(isSent ? {} : primary) },
          { id: buttonId('suggest', 'drop', id), label: isSent ? 'Take it back' : 'Throw it away' },
        ],
      },
      muted(name === null ? 'Its file will name nobody.' : 'Its file will name you as its author.'),
    ],
  };
}

const primary = { style: 'primary' } as const;

/** What a form will become, while it is filled in. */
export function previewCard(checked: CheckedSuggestion, subject: Subject): Card {
  const { question, remarks } = checked;
  return {
    tone: question === null ? 'notice' : 'good',
    title: question === null ? 'Not there yet' : 'As it will look',
    body: [
      ...remarkNodes(remarks, true),
      ...(question === null ? [] : exampleNodes({ id: '' }, question, subject)),
      ...(checked.alike.length === 0
        ? []
        : [
            paragraph(
              'The bank has near it: ',
              ...checked.alike.slice(0, 3).map(({ title }, index) => `${index === 0 ? '' : ', '}“${title}”`),
            ),
          ]),
      ...remarkNodes(remarks, false),
    ],
  };
}

/** For somebody who has enough suggestions that wait; what they wrote is kept. */
export function tooManySuggestionsCard(): Card {
  return {
    tone: 'notice',
    title: 'Not suggested yet',
    body: [
      paragraph(
        `${counted(mostOpen, 'suggestion')} of yours wait already, which is as many as one person can have here. This one is kept for you for a week: take one back, or wait until one was decided, and send it then.`,
      ),
      { kind: 'actions', actions: [{ id: buttonId('suggest', 'list'), label: 'My suggestions', style: 'primary' }] },
    ],
  };
}

/** A suggestion that its author took back. */
export function droppedCard(suggestion: Suggestion): Card {
  return {
    title: 'Taken back',
    body: [
      paragraph(...quoted(suggestion), ' is suggested no more, and kept nowhere.'),
      { kind: 'actions', actions: [suggestAction('Write another one')] },
    ],
  };
}

/** For its author, once it was decided. */
export function decidedCard({ state, word }: Pick<Suggestion, 'state' | 'word'>): Card {
  return {
    tone: 'notice',
    title: state === 'declined' ? 'It was declined' : 'It was accepted',
    body: [
      paragraph(
        state === 'declined'
          ? `So it can be changed no more${word === null ? '.' : `. What was said: “${word}”`}`
          : 'So it is the bank’s by now, and can be changed there.',
      ),
      { kind: 'actions', actions: [suggestAction('Write another one')] },
    ],
  };
}
