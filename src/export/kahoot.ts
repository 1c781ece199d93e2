import writeSheet from 'write-excel-file/node';
import type { AskedItem } from '../core/asked-item.ts';
import type { Level } from '../core/question.ts';

/** Characters that Kahoot's editor takes in a question. Its 75 of an answer are more than an option of ours may have. */
const longestQuestion = 120;

/** Seconds for an answer, of those that Kahoot takes. */
const seconds: Readonly<Record<Level, number>> = { easy: 20, medium: 30, hard: 60 };

/** The names of the columns in Kahoot's own template, where they stand in row 8, the numbers of the questions before them. */
const heads = [
  null,
  'Question - max 120 characters',
  'Answer 1 - max 75 characters',
  'Answer 2 - max 75 characters',
  'Answer 3 - max 75 characters',
  'Answer 4 - max 75 characters',
  'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
  'Correct answer(s) - choose at least one',
] as const;

/** Why Kahoot would not take an item, as the end of “left out, since …”; null if it would. */
export function whyNotInKahoot({ item }: AskedItem): string | null {
  if (item.code !== undefined) return 'a question there has no room for code';
  return item.stem.length > longestQuestion ? `a question there has at most ${longestQuestion} characters` : null;
}

/** Items as the sheet (.xlsx) that Kahoot's editor imports: questions, options, which is right, and a time by the level. */
export function kahootSheet(items: readonly AskedItem[], title: string): Promise<Uint8Array> {
  const before = [[], [null, text(title)], [], [], [], [], []];
  const rows = items.map(({ question, item }, index) => [
    index + 1,
    text(item.stem),
    ...item.options.map((option) => text(option.text)),
    seconds[question.level],
    item.options.findIndex(({ correct }) => correct) + 1,
  ]);
  return writeSheet([...before, heads.map((head) => (head === null ? null : text(head))), ...rows]).toBuffer();
}

/** A text whatever it looks like: `=1+1` is no formula, and `007` no number. */
function text(value: string): { readonly type: StringConstructor; readonly value: string } {
  return { type: String, value };
}
