import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lintLongest } from '../../src/bank/longest-option.ts';
import type { QuestionFile } from '../../src/bank/question-file.ts';
import { parseQuestionFile } from '../../src/bank/question-file.ts';
import { schema } from './schema.ts';

const text = readFileSync(fileURLToPath(new URL('../corpora/question-file/vision/quoted.md', import.meta.url)), 'utf8');

/** A file whose only item has options of these lengths, the first of them right. */
function fileWith(lengths: readonly number[]): QuestionFile {
  const result = parseQuestionFile('vision/quoted.md', text, schema);
  if (!('question' in result)) throw new Error('a question expected');
  const [item] = result.fields.items;
  if (item === undefined) throw new Error('an item expected');
  const options = item.options.map((option, index) => ({ ...option, text: 'x'.repeat(lengths[index] ?? 0) }));
  return { ...result, fields: { ...result.fields, items: [{ ...item, options }] } };
}

const prose = [40, 39, 38, 37];
const telling = fileWith(prose);
const silent = fileWith(prose.toReversed());
const bank = (keys: number, items: number, ...others: QuestionFile[]) => [
  ...Array<QuestionFile>(keys).fill(telling),
  ...Array<QuestionFile>(items - keys).fill(silent),
  ...others,
];

describe('a bank in which the longest option gives the key away', () => {
  it('is told of, with how often and where', () => {
    expect(lintLongest(bank(26, 46))).toMatchObject([
      {
        problem: expect.stringContaining('in 26 of 46 items'),
        cure: expect.stringMatching(/vision\/quoted\.md:17.* 16 more/),
      },
    ]);
  });

  it('hides behind neither short options nor ties', () => {
    const short = Array<QuestionFile>(100).fill(fileWith([20, 19, 18, 17]));
    const ties = Array<QuestionFile>(100).fill(fileWith([39, 40, 40, 38]));
    expect(lintLongest(bank(26, 46, ...short, ...ties))).toMatchObject([
      { problem: expect.stringContaining('26 of 46') },
    ]);
  });

  it('begins above 35 %', () => {
    expect(lintLongest(bank(36, 100))).toHaveLength(1);
    expect(lintLongest(bank(35, 100))).toEqual([]);
    expect(lintLongest(bank(17, 46))).toHaveLength(1);
    expect(lintLongest(bank(16, 46))).toEqual([]);
  });

  it('is a matter of chance among few items', () => {
    expect(lintLongest(bank(2, 4))).toEqual([]);
    expect(lintLongest(bank(5, 10))).toEqual([]);
    expect(lintLongest(bank(6, 10))).toHaveLength(1);
    expect(lintLongest([])).toEqual([]);
  });

  it('is also one in which the key is hardly ever the longest', () => {
    expect(lintLongest(bank(2, 46))).toMatchObject([{ cure: expect.stringContaining('lengthen the right option') }]);
    expect(lintLongest(bank(0, 8))).toEqual([]);
  });
});
