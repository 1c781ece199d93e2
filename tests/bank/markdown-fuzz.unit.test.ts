import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/bank/markdown.ts';
import { runs } from '../corpora/runs.ts';

/** A word that is nowhere else, so that it can be told whether it is still there: `w7w`. */
const word = fc.integer({ min: 0, max: 999 }).map((no) => `w${no}w`);
const wrap = (before: string, inner: fc.Arbitrary<string>, after = before) =>
  inner.map((text) => before + text + after);

const { inline } = fc.letrec<{ inline: string; piece: string }>((tie) => ({
  inline: fc
    .array(tie('piece'), { minLength: 1, maxLength: 4, depthIdentifier: 'inline' })
    .map((parts) => parts.join(' ')),
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, depthIdentifier: 'inline' },
    word,
    wrap('**', tie('inline')),
    wrap('*', tie('inline')),
    wrap('_', word),
    wrap('~~', tie('inline')),
    wrap('`', word),
    wrap('[', tie('inline'), '](https://a.example)'),
    wrap('[', word, '](https://a.example "title")'),
    wrap('![', word, '](x.png)'),
    wrap('<', word, '>'),
    wrap('<b>', word, '</b>'),
    wrap('<!-- ', word, ' -->'),
    wrap('[', word, ']'),
    fc.constantFrom('*', '_', '`', '[', ']', '<', '&amp;', '\\', '\\\\', '|', '!', '~~', '  \n', '\n', '$', '#'),
  ),
}));
const line = inline.map((text) => text.replaceAll('\n', ' '));
const block = fc.oneof(
  inline,
  fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc.tuple(fc.nat(20), line, line).map(([start, one, two]) => `${start}. ${one}\n${start + 1}. ${two}`),
  fc.tuple(line, line).map(([one, two]) => `- ${one}\n  - ${two}`),
  fc.tuple(line, line).map(([one, two]) => `- ${one}\n\n  ${two}`),
  fc.tuple(line, line, line, line).map(([a, b, c, d]) => `| ${a} | ${b} |\n| - | - |\n| ${c} | ${d} |`),
  fc.tuple(line, line, line).map(([a, b, c]) => `| ${a} |\n| - |\n| ${b} | ${c} |`),
  fc
    .tuple(fc.constantFrom('```', '````', '~~~', '```python run', '```output'), line)
    .map(([fence, code]) => `${fence}\n${code}\n${fence.replace(/ .*|[a-z].*/, '')}`),
  line.map((text) => `\`\`\`\n${text}`),
  line.map((text) => `    ${text}`),
  line.map((text) => `> ${text}`),
  line.map((text) => `# ${text}`),
  line.map((text) => `${text}\n===`),
  word.map((name) => `[${name}]: https://a.example`),
  wrap('<div>', line, '</div>'),
  fc.constant('---'),
);
const markdown = fc
  .array(fc.tuple(block, fc.constantFrom('\n', '\n\n', '\n\n\n')))
  .map((parts) => parts.flat().join(''));

describe('the Markdown of an answer, whatever it is,', () => {
  it('is shown with every word, or refused', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { body, fences, unsupported } = parseMarkdown(text);
        if (unsupported.length > 0) return;
        const shown = JSON.stringify([body, fences]);
        expect((text.match(/w\d+w/g) ?? []).filter((name) => !shown.includes(name))).toEqual([]);
      }),
      runs(120),
    );
  });

  it('is read the same again, with remarks on lines that are there', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, fc.string({ unit: 'binary' })), (text) => {
        const read = parseMarkdown(text);
        expect(parseMarkdown(text)).toEqual(read);
        for (const { line: at, problem, cure } of [...read.unsupported, ...read.doubtful]) {
          expect(at).toBeGreaterThanOrEqual(1);
          expect(at).toBeLessThanOrEqual(text.split('\n').length);
          expect([problem, cure]).not.toContain('');
        }
      }),
      runs(80),
    );
  });
});
