import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/bank/markdown.ts';
import type { Among } from '../../../src/bank/suggestions/check-suggestion.ts';
import { checkSuggestion } from '../../../src/bank/suggestions/check-suggestion.ts';
import { questionId } from '../../../src/bank/suggestions/question-id.ts';
import { asMarkdown, signed } from '../../../src/bank/suggestions/question-text.ts';
import { plainText } from '../../../src/core/card.ts';
import type { SuggestedText } from '../../../src/core/suggestion.ts';
import { bank } from '../../search/bank.ts';
import { schema } from '../schema.ts';

const among: Among = { bank: '', questions: [], schema, answering: () => [] };

const good: SuggestedText = {
  question: 'What does `x.expand(3, 4)` copy?',
  options: [
    'Nothing: the result reads the same memory -- right',
    'Only the rows that were missing from it all -- it makes no rows, it repeats the one that is there',
    'Only the columns that were not there -- it never makes columns either',
    'All of it, into memory of its own now -- that is what `repeat` does',
  ].join('\n'),
  why: 'A stride of 0 reads one element again and again: https://docs.pytorch.org/docs/stable/generated/torch.Tensor.expand.html',
  topic: 'tensors',
  level: 'medium',
};

const check = (changed: Partial<SuggestedText> = {}, within: Partial<Among> = {}) =>
  checkSuggestion({ ...good, ...changed }, { ...among, ...within });

const said = (changed: Partial<SuggestedText>, within?: Partial<Among>) =>
  check(changed, within).remarks.map(({ part, says, stops }) => `${stops ? '!' : ''}${part}: ${says}`);

const optionsWith = (first: string) => [first, ...good.options.split('\n').slice(1)].join('\n');

describe('a suggestion that breaks no rule', () => {
  it('is the question file that it would become', () => {
    const { remarks, question, file } = check();
    expect(remarks).toEqual([]);
    expect(question).toMatchObject({
      id: 'x-expand-3-4-copy',
      topic: 'tensors',
      level: 'medium',
      title: 'What does x.expand(3, 4) copy?',
    });
    expect(file?.path).toBe('tensors/x-expand-3-4-copy.md');
    expect(file?.text).toBe(`---
id: x-expand-3-4-copy
title: What does x.expand(3, 4) copy?
aliases:
  - what does x.expand(3, 4) copy
topic: tensors
level: medium
references:
  - title: docs.pytorch.org
    url: https://docs.pytorch.org/docs/stable/generated/torch.Tensor.expand.html
items:
  - id: suggested
    stem: What does \`x.expand(3, 4)\` copy?
    options:
      - text: "Nothing: the result reads the same memory"
        correct: true
        why: right
      - text: Only the rows that were missing from it all
        why: it makes no rows, it repeats the one that is there
      - text: Only the columns that were not there
        why: it never makes columns either
      - text: All of it, into memory of its own now
        why: that is what \`repeat\` does
---

Nothing: the result reads the same memory

A stride of 0 reads one element again and again.
`);
  });

  it('names its author in the file on one line, whatever the name is', () => {
    const { text = '' } = check().file ?? {};
    const named = signed(text, 'Ada\n---\nid: x $&');
    expect(named).toMatch(/^---\n# Suggested by Ada --- id: x \$&\nid: x-expand/);
    expect(named.replace(/# Suggested.*\n/, '')).toBe(text);
  });

  it('has its code in the item and in the answer, whatever stands in it', () => {
    const code = 's = """\n````\n"""\nprint(s)';
    const { question, remarks } = check({ question: `\`\`\`\n${code}\n\`\`\`\nWhat does this print?` });
    expect(remarks).toEqual([]);
    expect(question?.items[0]?.code).toBe(code);
    expect(question?.body.at(-1)).toEqual({ kind: 'code', code });
  });
});

describe('what the rules of the bank say of a suggestion', () => {
  it.each<[string, Partial<SuggestedText>, string]>([
    [
      'no question',
      { question: 'Name what it copies.' },
      '!question: End it with a question of at most 100 characters, with a question mark: it becomes the title.',
    ],
    ['nothing asked', { question: ' \n ' }, '!question: Write what is asked.'],
    [
      'too long a question',
      { question: `${'Given a tensor. '.repeat(20)}What is it?` },
      '!question: It is longer than 300 characters. Shorten it.',
    ],
    [
      'three answers',
      { options: good.options.split('\n').slice(1).join('\n') },
      '!options: There are 3 answers. Write four, a line each.',
    ],
    ['one answer', { options: 'all of it' }, '!options: There is 1 answer. Write four, a line each.'],
    [
      'too long an answer',
      { options: optionsWith('x'.repeat(71)) },
      '!options: Answer 1: It is longer than 70 characters. Shorten it.',
    ],
    [
      'the same twice',
      { options: optionsWith('All of it, into memory of its own now') },
      '!options: Two options are the same. Make them four different ones.',
    ],
    [
      'all of the above',
      { options: optionsWith('All of the above, in that order of them') },
      '!options: An option refers to the others. Options are shuffled; let each stand alone.',
    ],
    [
      'no reason',
      { why: 'https://a.org/b', options: optionsWith('Nothing: the result reads the same memory') },
      '!why: Say why the right answer is right.',
    ],
    [
      'no page',
      { why: 'It reads the same memory.' },
      '!why: Add the https:// address of a page where one can read it.',
    ],
    [
      'a page that is not safe',
      { why: 'It does. http://a.org/b' },
      '!why: The address: It must be an https:// address. Correct it.',
    ],
    [
      'an unknown topic',
      { topic: 'cooking' },
      expect.stringMatching(/^!topic: It must be one of .*tensors/) as unknown as string,
    ],
    [
      'uneven answers',
      { options: optionsWith('Nothing at all, since the result reads the very same memory') },
      'options: The longest option is 1.64 times the shortest. Even them out to 1.3 at most.',
    ],
    [
      'the longest is right',
      { options: optionsWith('Nothing: the result reads the same memory, it') },
      'options: The right answer is the longest, which is what people guess. Lengthen a wrong one.',
    ],
    [
      'an entity',
      { question: 'What does a &lt; b give?' },
      'question: It has an HTML entity: `&lt;`. Write the character itself.',
    ],
    [
      'an open back-tick',
      { question: 'What does `x.expand copy?' },
      'question: A back-tick has no partner. Close it or remove it.',
    ],
    [
      'unexplained answers',
      { options: good.options.replaceAll(/ -- .*/g, '') },
      'options: Whoever chooses a wrong answer learns from why it is wrong: write that behind it, after two dashes ( -- ).',
    ],
  ])('is said: %s', (_, changed, remark) => {
    expect(said(changed)).toContainEqual(remark);
    const stops = String(remark).startsWith('!') || typeof remark !== 'string';
    expect(check(changed).question === null).toBe(stops);
    expect(check(changed).file === null).toBe(stops);
  });

  it('has nothing to say twice of what is empty', () => {
    expect(said({ question: '', options: '', why: '' })).toEqual([
      '!question: Write what is asked.',
      '!options: There are 0 answers. Write four, a line each.',
      '!why: Say why the right answer is right.',
      '!why: Add the https:// address of a page where one can read it.',
    ]);
  });

  it('says which questions of the bank are near it, by their words and by what a look-up finds', () => {
    const stride = bank.find(({ id }) => id === 'stride');
    const [item] = stride?.items ?? [];
    if (stride === undefined || item === undefined) throw new Error('The bank has no stride.');
    const options = item.options.toSorted((one, other) => Number(other.correct) - Number(one.correct));
    const changed = {
      question: `${item.stem}\n\`\`\`\n${item.code ?? ''}\n\`\`\`\nHow large is the map?`,
      options: options.map(({ text }) => text).join('\n'),
      topic: 'vision',
    };
    const found = check(changed, { questions: bank, answering: () => [{ id: 'padding', title: 'What is padding?' }] });
    expect(found.alike).toEqual([
      { id: 'stride', title: stride.title },
      { id: 'padding', title: 'What is padding?' },
    ]);
    expect(said({ question: stride.title }, { questions: bank })).toContain(
      '!question: The bank has a question of that very title. Ask it in another way.',
    );
  });
});

describe('a question of a suggestion', () => {
  it('has what was typed in its item, and in its answer, whatever that is', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.replaceAll(/\s+/g, ' ').trim());
    const part = fc.oneof(
      line,
      fc.constantFrom(
        'a: b',
        '# x',
        '- x',
        '"',
        "'x",
        '{a}',
        '[a](b)',
        '&amp; <b>',
        '1. x',
        '* x',
        '`a` b',
        '%',
        'yes',
        '~',
        '1e3',
        'a_b_c',
        '> x',
        '!x',
        '\\',
        '\\(x\\)',
      ),
    );
    fc.assert(
      fc.property(part, part, (stem, option) => {
        const { question, remarks } = check({ question: `${stem} Why?`, options: optionsWith(`${option} -- right`) });
        // What a rule of the bank refuses is refused with a word.
        if (question === null) return expect(remarks.some(({ stops }) => stops)).toBe(true);
        const [item] = question.items;
        expect(item?.stem).toBe(`${stem} Why?`.replaceAll(/\s+/g, ' ').trim());
        expect(item?.options.filter(({ correct }) => correct)).toHaveLength(1);
      }),
    );
  });

  it('has words in its answer that are shown as they were typed', () => {
    const marks = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '#',
      '-',
      '+',
      '1.',
      '&lt;',
      '~',
      '|',
      '\\',
      '!',
      ':',
      'a',
      'b',
      ' ',
      'http://a',
      '=',
      '---',
      'www.a.org',
      'a@b.org',
    );
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 12 }), (parts) => {
        const words = parts.join('').replaceAll(/\s+/g, ' ').trim();
        if (words === '') return;
        const { body, unsupported } = parseMarkdown(asMarkdown(words));
        expect(unsupported).toEqual([]);
        const shown = body
          .map((node) => (node.kind === 'text' ? plainText(node.text) : JSON.stringify(node)))
          .join('|');
        expect(shown.replaceAll('`', '')).toBe(words.replaceAll('`', ''));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['What is the stride of a convolution?', [], 'stride-convolution'],
    ['What is the stride of a convolution?', ['stride-convolution', 'stride-convolution-2'], 'stride-convolution-3'],
    ['Why does naïve Müller’s `nn.Conv2d` not work?', [], 'naive-mullers-nn-conv2d-work'],
    ['これは何ですか?', [], 'question'],
  ])('gets an id that tells it from the others: %s', (title, taken, id) => {
    expect(questionId(title, new Set(taken))).toBe(id);
  });
});
