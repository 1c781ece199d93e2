import type { QuestionFile } from '../question-file.ts';

/** Options longer than this many characters count as prose, whose wording must not give away the key. */
export const proseLength = 20;

/** An item whose options are prose, as whoever guesses sees it; and its key. */
export type ProseItem = {
  readonly file: string;
  /** The line of its options, from 1. */
  readonly line: number;
  readonly question: string;
  readonly options: readonly string[];
  /** The place of the right option. */
  readonly key: number;
};

/** The items of a bank of which at least one option is prose, in the order of the files. */
export function proseItems(files: readonly QuestionFile[]): readonly ProseItem[] {
  return files.flatMap(({ file, fields, question, lineOf }) =>
    fields.items.flatMap(({ options: written }, index): ProseItem[] => {
      const options = written.map(({ text }) => text);
      const isProse = options.some((text) => [...text].length > proseLength);
      const key = written.findIndex(({ correct }) => correct === true);
      const line = lineOf(['items', index, 'options']);
      return isProse && key !== -1 ? [{ file, line, question: question.id, options, key }] : [];
    }),
  );
}
