import type { Card } from '../../src/core/card.ts';
import { buttonsOf, plainText } from '../../src/core/card.ts';
import { withoutTiles } from '../../src/core/choices.ts';
import type { Item, Question } from '../../src/core/question.ts';
import { bank } from '../search/bank.ts';

/** Where and when a bank is edited, and who plays and answers meanwhile. */
export const channel = 'sim:S:C';
export const start = Date.parse('2026-11-02T07:00:00Z');
export const day = 86_400_000;
export const nobody: Card = { body: [] };
export const ada = { manages: false };
export const bo = { user: 'sim:S:bo', name: 'Bo', manages: false };
export const cy = { user: 'sim:S:cy', name: 'Cy', manages: false };

/** The id of the first button of a card whose words begin so; empty where there is none. */
export const button = (card: Card | undefined, label: string): string =>
  buttonsOf(card ?? nobody).find((action) => action.label.startsWith(label))?.id ?? '';

/** What a writer may do to a bank between two starts, or while a question stands open. */
type Edit = (questions: readonly Question[]) => readonly Question[];

const everyItem =
  (change: (item: Item) => Item): Edit =>
  (questions) =>
    questions.map((question) => ({ ...question, items: question.items.map(change) }));

/** The key goes on to the next option, and every option stays where it is. */
function moveKey(item: Item): Item {
  const right = item.options.findIndex(({ correct }) => correct);
  const options = item.options.map((option, index) => ({
    ...option,
    correct: index === (right + 1) % item.options.length,
    why: `Since the key was moved: ${index}.`,
  }));
  return { ...item, options };
}

const putBefore: Item = {
  id: 'put-before',
  stem: 'Which of these was put in front of all others?',
  options: ['Nothing', 'This one', 'Everything', 'Something'].map((text, index) => ({
    text,
    correct: index === 1,
    why: `It was put in front: ${index}.`,
  })),
};

/** Edits by what a writer would call them. */
export const edits = {
  'nothing was changed': (questions) => questions,
  'the options stand in another order': everyItem((item) => ({ ...item, options: item.options.toReversed() })),
  'an item was put before the others': (questions) =>
    questions.map((question) => ({ ...question, items: [putBefore, ...question.items] })),
  'the question was removed': (questions) =>
    questions.map((question) => ({
      ...question,
      id: `another-${question.id}`.slice(0, 60),
      title: `Another: ${question.title}`,
    })),
  'the key was changed': everyItem(moveKey),
  'a typo was mended': everyItem((item) => ({
    ...item,
    stem: `${item.stem} Mended.`,
    options: item.options.map((option) => ({ ...option, text: `${option.text}!`, why: `${option.why} Mended.` })),
  })),
} satisfies Readonly<Record<string, Edit>>;

export type EditName = keyof typeof edits;

export const editNames = Object.keys(edits) as readonly EditName[];

/** The item of our own bank that a card shows, with the letters and the words of its right option and of a wrong one. */
export type Shown = {
  readonly item: Item;
  readonly question: Question;
  readonly right: Choice;
  readonly wrong: Choice;
};

type Choice = { readonly letter: string; readonly place: number; readonly text: string; readonly why: string };

const plain = (text: string) => text.replaceAll('`', '');

/** Reads a card that asks an item, as somebody who knows the bank would. */
export function shownIn(card: Card, questions: readonly Question[] = bank): Shown {
  const lines = card.body
    .flatMap(withoutTiles)
    .flatMap((node) =>
      node.kind === 'list' ? node.items.map(plainText) : node.kind === 'text' ? [plainText(node.text)] : [],
    );
  for (const question of questions) {
    for (const item of question.items) {
      const choices = item.options.flatMap((option): (Choice & { readonly correct: boolean })[] => {
        const line = lines.find((each) => /^[A-D] {2}/.test(each) && each.slice(3) === plain(option.text));
        if (line === undefined) return [];
        const letter = line.slice(0, 1);
        return [
          {
            letter,
            place: 'ABCD'.indexOf(letter),
            text: plain(option.text),
            why: plain(option.why),
            correct: option.correct,
          },
        ];
      });
      const [right, wrong] = [choices.find(({ correct }) => correct), choices.find(({ correct }) => !correct)];
      if (lines.includes(plain(item.stem)) && choices.length === 4 && right !== undefined && wrong !== undefined) {
        return { item, question, right, wrong };
      }
    }
  }
  throw new Error(`No item of the bank is shown in\n${lines.join('\n')}`);
}
