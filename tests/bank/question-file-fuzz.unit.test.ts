import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeQuestionFile } from '../../src/bank/decode.ts';
import { parseQuestionDocument } from '../../src/bank/document.ts';
import { lintItems } from '../../src/bank/lint.ts';
import type { QuestionFile } from '../../src/bank/question-file.ts';
import { isQuestion, parseQuestionFile } from '../../src/bank/question-file.ts';
import { lintSnippets } from '../../src/bank/snippets.ts';
import { remarkOn } from '../../src/bank/style.ts';
import { runs } from '../corpora/runs.ts';
import { schema } from './schema.ts';

const file = 'vision/quoted.md';
const good = readFileSync(fileURLToPath(new URL(`../corpora/question-file/${file}`, import.meta.url)), 'utf8');

function read(bytes: Uint8Array): QuestionFile | readonly { readonly line: number; readonly problem: string }[] {
  const text = decodeQuestionFile(file, bytes);
  if (typeof text !== 'string') return text;
  isQuestion(parseQuestionDocument(file, text));
  const result = parseQuestionFile(file, text, schema);
  return 'question' in result ? result : result;
}

/** What means something to YAML or Markdown, alone and side by side. */
const marks = [
  ...['*', '&', '!', '#', ' #', ': ', ':', '- ', '-', '? ', '|', '>', '%', '@', '`', '"', "'", '{', '}', '[', ']', ','],
  ...[
    '---\n',
    '...\n',
    '\n',
    '\t',
    '  ',
    '\r\n',
    '<<: ',
    '~',
    '\\',
    '\\t',
    '__',
    '```',
    '<br>',
    '&quot;',
    '$$',
    '\0',
    'ü',
  ],
];
const noise = fc.array(fc.oneof(fc.constantFrom(...marks), fc.string({ maxLength: 6, unit: 'binary' })), {
  maxLength: 8,
});

describe('no input is too strange', () => {
  it('for a file of any bytes: it is a question, or every complaint names a line that is there', () => {
    const mutated = fc
      .tuple(fc.nat(good.length), fc.nat(30), noise)
      .map(([at, cut, parts]) => Buffer.from(good.slice(0, at) + parts.join('') + good.slice(at + cut)));
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        const result = read(bytes);
        if ('question' in result) {
          for (const { problem } of [...lintItems(result), ...lintSnippets(result), ...remarkOn(result)]) {
            expect(problem).not.toBe('');
          }
          return;
        }
        expect(result.length).toBeGreaterThan(0);
        const lines = Buffer.from(bytes)
          .toString('latin1')
          .split(/\r\n|\r|\n/).length;
        for (const { line, problem } of result) {
          expect(problem).not.toBe('');
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
      }),
      runs(120),
    );
  });

  it('for a value without quotes: it is read as it was typed, or told', () => {
    const words = fc.constantFrom('x', 'torch', 'no', '1', '0x1F', ' ');
    const typed = fc
      .array(fc.oneof(words, fc.constantFrom(...marks.filter((mark) => !/[\n\r\0]/.test(mark)))), { maxLength: 8 })
      .map((parts) => parts.join('').trim())
      .filter((text) => !/^['"]/.test(text));
    fc.assert(
      fc.property(typed, (text) => {
        const result = parseQuestionFile(
          file,
          good.replace('text: 17x17', () => `text: ${text}`),
          schema,
        );
        if ('question' in result) expect(result.question.items[0]?.options[2]?.text).toBe(text);
      }),
      runs(120),
    );
  });

  it('for a value in double quotes, with the escapes of JSON: it is read as meant, without blanks around it, or told', () => {
    const meant = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom(...marks)), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(meant, (parts) => {
        const text = parts.join('');
        const result = parseQuestionFile(
          file,
          good.replace('text: 17x17', () => `text: ${JSON.stringify(text)}`),
          schema,
        );
        if ('question' in result) expect(result.question.items[0]?.options[2]?.text).toBe(text.trim());
      }),
      runs(120),
    );
  });

  it.each([
    ['brackets', `---\n${'['.repeat(20_000)}\n---\nx`],
    ['lists', `---\n${'- '.repeat(20_000)}x\n---\nx`],
    ['mappings', `---\na: ${'{a: '.repeat(20_000)}\n---\nx`],
    ['quotes', `${good}${'>'.repeat(2000)}`],
    ['list items', `${good}\n${'- '.repeat(900)}x`],
  ])('for a reader that calls itself: %s without end are told', (_, text) => {
    expect(parseQuestionFile(file, text, schema)).not.toHaveProperty('question');
  });
});
