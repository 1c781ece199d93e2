import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { QuestionFile } from '../../../src/bank/question-file.ts';
import { parseQuestionFile } from '../../../src/bank/question-file.ts';
import type { Chance } from '../../../src/core/quiz/random.ts';
import { createRandom } from '../../../src/core/quiz/random.ts';
import { schema } from '../schema.ts';

const text = readFileSync(
  fileURLToPath(new URL('../../corpora/question-file/vision/quoted.md', import.meta.url)),
  'utf8',
);
const parsed = parseQuestionFile('vision/quoted.md', text, schema);

/** A question whose items have these options, the first of each the right one. */
export function questionWith(id: string, ...items: readonly (readonly string[])[]): QuestionFile {
  if (!('question' in parsed)) throw new Error('a question expected');
  const [first] = parsed.fields.items;
  if (first === undefined) throw new Error('an item expected');
  const made = items.map((options) => ({
    ...first,
    options: options.map((option, place) => ({ text: option, why: 'So.', ...(place === 0 ? { correct: true } : {}) })),
  }));
  const fields = { ...parsed.fields, id, items: made } as QuestionFile['fields'];
  return { ...parsed, file: `vision/${id}.md`, fields, question: { ...parsed.question, id } };
}

/** Five words of five letters that occur nowhere else: an option that gives nothing away. */
export type Words = readonly [string, string, string, string, string];

/** Turns the four silent options of an item into such that tell something; `marked` is the one that the tell points at. */
export type Tell = (options: readonly Words[], marked: number, no: number) => readonly (readonly string[])[];

/**
 * A bank of questions with one item each. The tell points at the key in the given share of them, and in the others at a wrong
 * option.
 */
export function bankWith(tell: Tell, { items = 60, share = 0.7, seed = 1 } = {}): readonly QuestionFile[] {
  const chance = createRandom(seed);
  return Array.from({ length: items }, (_, no) => {
    const silent = Array.from({ length: 4 }, () => wordsOf(chance));
    const marked = no < share * items ? 0 : 1 + Math.floor(chance() * 3);
    return questionWith(
      `q${no}`,
      tell(silent, marked, no).map((words) => words.join(' ')),
    );
  });
}

function wordsOf(chance: Chance): Words {
  const word = () => Array.from({ length: 5 }, () => String.fromCharCode(97 + Math.floor(chance() * 26))).join('');
  return [word(), word(), word(), word(), word()];
}

/** A bank whose options are drawn from one vocabulary, so that every strategy has much to go by and nothing to find. */
export function honestBank(items: number, seed: number): readonly QuestionFile[] {
  const chance = createRandom(seed);
  const vocabulary = Array.from({ length: 60 }, (_, no) => 'abcdefghijkl'.slice(0, 2 + (no % 9)) + no).concat(
    ...['often', 'usually', 'may', 'mostly'],
  );
  const word = () => `${vocabulary[Math.floor(chance() * vocabulary.length)]}${chance() < 0.1 ? ',' : ''}`;
  const option = () => Array.from({ length: 4 + Math.floor(chance() * 4) }, word).join(' ');
  return Array.from({ length: items }, (_, no) => questionWith(`q${no}`, [option(), option(), option(), option()]));
}
