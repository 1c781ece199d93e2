import { itemKey } from '../../core/asked-item.ts';
import type { Action, Card, CardNode } from '../../core/card.ts';
import { muted, paragraph } from '../../core/card.ts';
import { longestPrefix } from '../../core/cut.ts';
import { longestRemark } from '../../core/flag.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Item } from '../../core/question.ts';
import { buttonId } from '../dispatch/button.ts';
import { textField } from '../dispatch/feature.ts';
import type { FormAsked } from '../ports.ts';
import type { FlaggedItem } from '../store/flag.ts';
import { counted, people } from './numbers.ts';

/** Latest lines that are shown under an item. */
const remarksShown = 5;

/** The button under a verdict, by the hash of what was asked; none where nothing can be flagged. */
export function flagActions(hash: string | null): readonly Action[] {
  return hash === null ? [] : [{ id: buttonId('flag', hash), label: 'This is wrong', quiet: true }];
}

/** Thanks for a flag. `count`: how many people say so now; `rest`: with so many it rests, null for never. */
export function raisedCard(hash: string, count: number, rest: number | null): Card {
  const others = count > 1 ? ` ${people(count)} have said so now.` : '';
  const rests = rest !== null && count >= rest ? ' It is asked no more until they have.' : '';
  return {
    tone: 'good',
    title: 'Noted: this is wrong',
    body: [
      paragraph(`Thank you. Whoever keeps the questions will look at it; they see no names.${others}${rests}`),
      {
        kind: 'actions',
        actions: [{ id: buttonId('flag', hash, 'say'), label: 'Say what is wrong' }, takeBack(hash)],
      },
    ],
  };
}

/** Asks for a line about what was flagged. */
export function remarkAsked(hash: string, stem: string): FormAsked {
  return {
    id: buttonId('flag', hash, 'said'),
    title: 'What is wrong?',
    about: longestPrefix(stem, (prefix) => prefix.length <= longestAbout) || 'This question',
    send: 'Send',
    fields: textField('In a line; nobody sees who wrote it', longestRemark),
  };
}

/** Most characters of what a form is about. */
const longestAbout = 100;

/** Thanks for that line. */
export function remarkedCard(hash: string, line: string): Card {
  return {
    tone: 'good',
    title: 'Noted: this is wrong',
    body: [paragraph(`Thank you. You said: “${line}”`), { kind: 'actions', actions: [takeBack(hash)] }],
  };
}

function takeBack(hash: string): Action {
  return { id: buttonId('flag', hash, 'back'), label: 'Take it back' };
}

/** What was flagged is not any more. */
export function takenBackCard(hash: string): Card {
  return {
    title: 'Taken back',
    body: [
      paragraph('You say nothing against this question any more.'),
      { kind: 'actions', actions: [{ id: buttonId('flag', hash, 'again'), label: 'This is wrong', quiet: true }] },
    ],
  };
}

/** For somebody whose flag led to nothing. */
export function lookedAtCard(): Card {
  return {
    tone: 'notice',
    body: [
      paragraph(
        'You have said so before, and whoever keeps the questions has looked at it since and left it as it is. Once its words change you can say so again.',
      ),
    ],
  };
}

/** For somebody who flags everything. */
export function tooManyFlagsCard(): Card {
  return {
    tone: 'notice',
    body: [
      paragraph(
        'You have flagged as many questions as one person can within a day, so this one was not noted. Try again tomorrow.',
      ),
    ],
  };
}

/** For a question of which nothing is asked, since all of it rests. */
export function restsCard(): Card {
  return {
    tone: 'notice',
    title: 'This one rests',
    body: [
      paragraph('Several people say that what I ask about it is wrong, so I do not until somebody has looked at it.'),
    ],
  };
}

/** What is flagged of an item, for a channel of whoever keeps the bank; nobody is named. */
export function flaggedCard(
  { question, item: id, people: count, remarks }: Pick<FlaggedItem, 'question' | 'item' | 'people' | 'remarks'>,
  item: Pick<Item, 'stem'>,
  rests: boolean,
): Card {
  const key = itemKey(question, id);
  return {
    tone: count === 0 ? 'neutral' : 'notice',
    title: count === 0 ? 'No longer flagged' : `${people(count)} ${count === 1 ? 'says' : 'say'} that this is wrong`,
    body: [
      { kind: 'text', text: inlineCode(item.stem) },
      ...remarkNodes(remarks),
      ...(rests ? [paragraph('It is asked no more until somebody has looked at it.')] : []),
      { kind: 'actions', actions: [{ id: buttonId('show', question), label: 'Full answer' }] },
      muted(
        'Its key: ',
        { kind: 'code', text: key },
        '. ',
        {
          kind: 'code',
          text: `npm run bank -- flags --clear ${key}`,
        },
        ' says that it was looked at.',
      ),
    ],
  };
}

function remarkNodes(remarks: readonly string[]): readonly CardNode[] {
  if (remarks.length === 0) return [];
  const latest = remarks.slice(-remarksShown);
  const before = remarks.length - latest.length;
  return [
    ...(before === 0 ? [] : [muted(`${counted(before, 'earlier line')}; the latest:`)]),
    { kind: 'list', ordered: false, items: latest.map((text) => [{ kind: 'text', text }]) },
  ];
}
