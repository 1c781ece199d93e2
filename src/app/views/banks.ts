import type { Subject } from '../../core/bank.ts';
import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { hint, paragraph, rich } from '../../core/card.ts';
import { quoted } from '../../core/command/words.ts';
import { buttonId } from '../dispatch/button.ts';
import { namedChannel } from './channel.ts';
import { counted } from './numbers.ts';

/** Few enough for a message of any platform; more are chosen by typing. */
const mostButtons = 20;

/** A bank that can be chosen: what one types, what it is about, and how many questions it has. */
export type ShownBank = { readonly typed: string; readonly subject: Subject; readonly questions: number };

/** Where that is: a conversation with the bot alone (`direct`), or a channel; and whether the person may choose there. */
type Where = { readonly direct: boolean; readonly manages: boolean };

/** Which bank a channel uses, and which there are, with a button for each of the others. */
export function banksCard(banks: readonly ShownBank[], used: ShownBank, { direct, manages }: Where): Card {
  const others = banks.filter((bank) => bank !== used);
  const [other] = others;
  const here = direct ? 'This conversation with me uses' : 'This channel uses';
  return {
    title: 'Question banks',
    body: [
      paragraph(
        `${here} `,
        { kind: 'text', text: used.subject.title, bold: true },
        ': look-ups, the daily question, quizzes and practice.',
      ),
      ...(other === undefined ? [paragraph('There is no other bank here.')] : [listOf(banks), howTo(other, direct)]),
      ...(manages && others.length > 0
        ? [{ kind: 'actions', actions: others.slice(0, mostButtons).map(useAction) } as const]
        : []),
    ],
  };
}

function listOf(banks: readonly ShownBank[]): CardNode {
  const items = banks.map(
    ({ typed, subject, questions }): Rich => [
      { kind: 'code', text: typed },
      ...rich(` – ${subject.title}, ${counted(questions, 'question')}`),
    ],
  );
  return { kind: 'list', ordered: false, items };
}

function useAction({ typed, subject }: ShownBank): Action {
  return { id: buttonId('bank', typed), label: `Use ${subject.title}` };
}

function howTo({ typed }: ShownBank, direct: boolean): CardNode {
  const who = direct
    ? ' changes it for you alone. Practice that comes by itself brings back what you learned from any of them.'
    : ' changes it for everybody here. That is for those who run this channel.';
  return paragraph(hint(`bank use ${typed}`), who);
}

/** There is no bank of that name. `typed` is untrusted text. */
export function noSuchBankCard(typed: string, banks: readonly ShownBank[]): Card {
  return {
    tone: 'notice',
    title: 'No such bank',
    body: [paragraph(`There is no bank ${quoted(typed)} here. These there are:`), listOf(banks)],
  };
}

/**
 * For who changed it: what is in use now. `isNew`: it was not before; `lost`: the daily question there asks on a topic that the
 * bank does not have.
 */
export function bankUsedCard({ subject, questions }: ShownBank, isNew: boolean, lost: string | null): Card {
  const ends: readonly CardNode[] =
    lost === null
      ? []
      : [
          paragraph(
            `The daily question asks on ${lost}, which this bank does not have, and would end when it is next due. Set it up again: `,
            hint('daily on 09:00'),
            '.',
          ),
        ];
  return {
    tone: 'good',
    title: subject.title,
    body: [
      paragraph(
        `${isNew ? 'In use from now on' : 'In use already'}: ${counted(questions, 'question')}. What was asked before can still be answered as it was. `,
        hint('topics'),
        ' shows what it covers.',
      ),
      ...ends,
    ],
  };
}

/** For everybody in the channel: somebody has chosen another bank. */
export function bankChosenCard(
  { user, name }: { readonly user: string; readonly name: string },
  { title }: Subject,
): Card {
  return {
    body: [
      {
        kind: 'text',
        text: [
          { kind: 'person', user, text: name },
          ...rich(` chose another question bank for this channel: ${title}.`),
        ],
      },
    ],
  };
}

/** For who chose it: the bank of a channel is there no more. */
export function bankMissingCard(
  { channel, bank }: { readonly channel: string; readonly bank: string },
  standard: Subject,
): Card {
  return {
    tone: 'notice',
    title: 'A question bank is gone',
    body: [
      paragraph(
        'You chose the bank ',
        { kind: 'code', text: bank },
        ' for ',
        namedChannel(channel),
        `. Whoever runs me has taken it away, so ${standard.title} are used there instead. If it comes back, it is used again; `,
        hint('bank'),
        ' there shows which there are.',
      ),
    ],
  };
}
