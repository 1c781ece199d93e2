import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lintItems } from '../../src/bank/lint.ts';
import { parseQuestionFile } from '../../src/bank/question-file.ts';
import { remarkOn } from '../../src/bank/style.ts';
import { schema } from './schema.ts';

/** Each file holds one slip, and says in comments at the end of its fields what is to be told about it. */
const folder = fileURLToPath(new URL('../corpora/question-file', import.meta.url));
const files = readdirSync(join(folder, 'vision')).map((name) => `vision/${name}`);

const read = (file: string) => readFileSync(join(folder, file), 'utf8');

function told(file: string): readonly string[] {
  const result = parseQuestionFile(file, read(file), schema);
  const kinds = 'question' in result ? { fault: lintItems(result), warning: remarkOn(result) } : { fault: result };
  return Object.entries(kinds).flatMap(([kind, complaints]) =>
    complaints.map(({ line, field, problem }) => `# ${kind} ${line} ${field}: ${problem}`),
  );
}

describe('the trap', () => {
  it.each(files)('%s is told with its line and field', (file) => {
    expect(told(file)).toEqual(
      read(file)
        .split('\n')
        .filter((line) => /^# (fault|warning) /.test(line)),
    );
  });
});

describe('what looks like a number, a truth value, a date or nothing', () => {
  it('is the text that was typed', () => {
    const result = parseQuestionFile('vision/as-typed.md', read('vision/as-typed.md'), schema);
    if (!('question' in result)) throw new Error(result.map(({ problem }) => problem).join('\n'));
    const [item] = result.question.items;
    expect(item?.options.map(({ text }) => text)).toEqual(['1e3', 'yes', '~', '0x1F']);
    expect(item?.options.map(({ why }) => why)).toEqual(['1_000', '12:30', '2026-11-30', '1.10']);
  });
});
