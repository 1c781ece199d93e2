import { describe, expect, it } from 'vitest';
import { formatComplaint } from '../../src/bank/complaint.ts';
import { lintItems } from '../../src/bank/lint.ts';
import { parseQuestionFile } from '../../src/bank/question-file.ts';
import { compareSnippets } from '../../src/bank/snippet-results.ts';
import { collectSnippets, lintSnippets, whySkipped } from '../../src/bank/snippets.ts';
import { remarkOn } from '../../src/bank/style.ts';
import { schema } from './schema.ts';

const good = `---
id: stride
seed: 43
title: What is stride?
aliases: [step size]
topic: vision
level: easy
references:
  - { title: Conv2d, url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html" }
items:
  - stem: Which size?
    options:
      - { text: 16x16, correct: true, why: Right. }
      - { text: 14x14, why: No padding. }
      - { text: 17x17, why: Rounded up. }
      - { text: 32x32, why: Stride ignored. }
    proof: |
      assert True
---

The **step** of the kernel, see [docs](https://pytorch.org).

\`\`\`python run
print(1)
\`\`\`

\`\`\`output
1
\`\`\`
`;

const parse = (text: string, file = 'vision/stride.md') => parseQuestionFile(file, text, schema);
const complaints = (text: string, file?: string) => {
  const result = parse(text, file);
  return 'question' in result ? [] : result.map(formatComplaint);
};
const parsed = (text = good) => {
  const result = parse(text);
  if (!('question' in result)) throw new Error(result.map(formatComplaint).join('\n'));
  return result;
};

describe('an item', () => {
  const withItem = (lines: string) => good.replace('  - stem:', `  - ${lines}\n    stem:`);

  it('may be harder or easier than its question', () => {
    expect(parsed(withItem('level: hard')).question).toMatchObject({ level: 'easy', items: [{ level: 'hard' }] });
    expect(parsed().question.items[0]).not.toHaveProperty('level');
    expect(complaints(withItem('level: nasty'))).toEqual([
      'vision/stride.md:11 items.0.level: It must be one of easy, medium, hard. Correct it.',
    ]);
  });

  it('names what gives it away by question and item, or by the item within its own question', () => {
    expect(parsed(withItem('conflicts: [padding/same, output-size]')).question.items[0]?.conflicts).toEqual([
      'padding#same',
      'stride#output-size',
    ]);
    expect(complaints(withItem('conflicts: [padding/Same]'))).toEqual([
      expect.stringContaining('items.0.conflicts.0: It must look like `question/item`'),
    ]);
  });
});

describe('what releases do differently', () => {
  const withFields = (lines: string) => good.replace('level: easy', `level: easy\n${lines}`);

  it('is read a line each', () => {
    expect(parsed(withFields('changed: ["Since 2.9: `dim` is checked."]')).question.changed).toEqual([
      'Since 2.9: `dim` is checked.',
    ]);
    expect(parsed().question).not.toHaveProperty('changed');
    expect(complaints(withFields(`changed: [${'x'.repeat(201)}]`))).toEqual([
      'vision/stride.md:8 changed.0: It is longer than 200 characters. Shorten it.',
    ]);
  });

  it('fits under the answer', () => {
    const long = withFields(`changed: [${'y'.repeat(200)}]`).replace(
      'The **step**',
      `The **step** ${'x '.repeat(1400)}`,
    );
    expect(complaints(long)).toEqual([expect.stringContaining('vision/stride.md:8 changed: It has 3')]);
  });

  it('bounds what is run: from the oldest to the newest release, by number', () => {
    const between = (oldest: string, newest: string) => withFields(`min_torch: "${oldest}"\nmax_torch: "${newest}"`);
    expect(collectSnippets(parsed(between('2.9', '2.10')))).toMatchObject([
      { span: { oldest: '2.9', newest: '2.10' }, output: '1' },
      { span: { oldest: '2.9', newest: '2.10' }, output: null },
    ]);
    expect(complaints(between('2.6', '2.6'))).toEqual([]);
    expect(complaints(between('2.10', '2.9'))).toEqual([
      'vision/stride.md:9 max_torch: It is older than min_torch, which is 2.10. Correct one of them.',
    ]);
    expect(complaints(withFields('max_torch: "2"'))).toEqual([
      'vision/stride.md:8 max_torch: It must look like "2.6". Correct it.',
    ]);
  });
});

describe('the points of an answer', () => {
  const withPoints = (...points: readonly string[]) =>
    good.replace('level: easy', `level: easy\npoints: ${JSON.stringify(points)}`);
  const three = ['The step of the kernel.', 'Two halves `H` and `W`.', 'It replaces pooling.'] as const;

  it('are three to six, each a line that somebody can tick', () => {
    expect(parsed(withPoints(...three)).question.points).toEqual(three);
    expect(parsed().question).not.toHaveProperty('points');
    expect(complaints(withPoints(...three, ...['4', '5', '6'].map((end) => `Point number ${end}.`)))).toEqual([]);
    expect(complaints(withPoints(three[0], three[1]))).toEqual([
      expect.stringContaining('vision/stride.md:8 points: There are fewer than three.'),
    ]);
    expect(complaints(withPoints(...three, ...['4', '5', '6', '7'].map((end) => `Point number ${end}.`)))).toEqual([
      expect.stringContaining('vision/stride.md:8 points: There are more than six.'),
    ]);
    expect(complaints(withPoints('A step.', 'x'.repeat(111), three[2]))).toEqual([
      expect.stringContaining('points.0: It is shorter than 10 characters.'),
      'vision/stride.md:8 points.1: It is longer than 110 characters. Shorten it.',
    ]);
  });

  it('are all different', () => {
    expect(complaints(withPoints(...three, 'The step  of the kernel.'))).toEqual([
      'vision/stride.md:8 points: Two of them are the same. Change one.',
    ]);
  });

  it('have no mark-up but code in back-ticks', () => {
    const remarks = (point: string) =>
      remarkOn(parsed(withPoints(three[0], three[1], point))).filter(({ field }) => field === 'points.2');
    expect(remarks(three[1].replace('Two', 'A stride of two'))).toEqual([]);
    expect(remarks('It **replaces** pooling.')).toMatchObject([
      { problem: expect.stringContaining('bold of Markdown') },
    ]);
    expect(remarks('It replaces `MaxPool2d.')).toMatchObject([{ problem: 'A back-tick has no partner.' }]);
  });
});

describe('parseQuestionFile', () => {
  it('reads a question and its answer as nodes', () => {
    const { question } = parsed();
    expect(question).toMatchObject({ id: 'stride', seed: 43, topic: 'vision', items: [{ stem: 'Which size?' }] });
    expect(question.body.map(({ kind }) => kind)).toEqual(['text', 'code', 'text', 'code']);
    expect(question.body[0]).toEqual({
      kind: 'text',
      text: [
        { kind: 'text', text: 'The ' },
        { kind: 'text', text: 'step', bold: true },
        { kind: 'text', text: ' of the kernel, see ' },
        { kind: 'link', text: 'docs', url: 'https://pytorch.org' },
        { kind: 'text', text: '.' },
      ],
    });
  });

  it('names file, line, field, problem and cure', () => {
    expect(complaints(good.replace('level: easy', 'level: simple'))).toEqual([
      'vision/stride.md:7 level: It must be one of easy, medium, hard. Correct it.',
    ]);
  });

  it('reports every fault of a file at once', () => {
    const bad = good
      .replace('level: easy', 'lvl: easy')
      .replace('What is stride?', 'Stride')
      .replace('16x16', 'x'.repeat(80))
      .replace('The **step**', '# Heading\n\nThe');
    const lines = complaints(bad);
    expect(lines).toHaveLength(5);
    expect(lines.join('\n')).toMatch(/:4 title: It is no question\. End it with/);
    expect(lines.join('\n')).toMatch(/:13 items\.0\.options\.0\.text: It is longer than 70 characters/);
    expect(lines.join('\n')).toMatch(/There is no field lvl/);
    expect(lines.join('\n')).toMatch(/level: /);
    expect(lines.join('\n')).toMatch(/:21 answer: The answer has a heading/);
  });

  it('wants the file where its fields say', () => {
    expect(complaints(good, 'vision/other.md')).toEqual([
      'vision/other.md:2 id: The file does not stand where its fields say. Move it to vision/stride.md.',
    ]);
  });

  it.each([
    ['no front matter at all', 'Just text'],
    ['YAML that does not parse', good.replace('level: easy', 'level: "easy')],
    ['an empty answer', good.slice(0, good.indexOf('The **step'))],
    ['five options', good.replace('    proof:', '      - { text: 1x1, why: No. }\n    proof:')],
    ['a list within a list', `${good}\n- a\n  - b\n`],
    ['HTML', `${good}\n\n<b>x</b>\n`],
    ['an answer that is too long', good + 'word '.repeat(700)],
  ])('refuses %s', (_, text) => {
    expect(complaints(text).length).toBeGreaterThan(0);
  });
});

describe('the ids of items', () => {
  const item = (
    stem: string,
    id?: string,
    first = '1',
  ) => `  - ${id === undefined ? '' : `id: ${id}\n    `}stem: ${stem}
    options:
      - { text: "${first}", correct: true, why: Right. }
      - { text: "2", why: No. }
      - { text: "3", why: No. }
      - { text: "4", why: No. }
`;
  const withItems = (...items: readonly string[]) =>
    good.replace(/items:[\s\S]*?\n---/, `items:\n${items.join('')}---`);
  const idsOf = (...items: readonly string[]) => parsed(withItems(...items)).question.items.map(({ id }) => id);

  it('are those that were written', () => {
    expect(idsOf(item('One?', 'one'), item('Two?', 'two-2'))).toEqual(['one', 'two-2']);
  });

  it('come from an item’s own words where none was written, wherever it stands', () => {
    const [one, two] = idsOf(item('One?'), item('Two?'));
    expect(one).toMatch(/^x[0-9a-f]{12}$/);
    expect(idsOf(item('Zero?', 'zero'), item('Two?'), item('One?'))).toEqual(['zero', two, one]);
    expect(idsOf(item('One,  then?'))).not.toEqual([one]);
  });

  it('tell items apart that ask the same of other options', () => {
    const [one, two] = idsOf(item('Which?'), item('Which?', undefined, '9'));
    expect(one).not.toBe(two);
    expect(idsOf(item('Which?', undefined, '9'), item('Which?'))).toEqual([two, one]);
  });

  it.each([
    [
      'twice the same',
      [item('One?', 'one'), item('Two?', 'one')],
      /:18 items\.1\.id: Item 1 has the id one as well\. Give/,
    ],
    [
      'an item that stands there twice',
      [item('One?'), item('One?')],
      /:17 items\.1: It is the same as item 1\. Remove/,
    ],
    ['with a capital', [item('One?', 'One')], /:11 items\.0\.id: It may have lower-case letters/],
    ['that is a number', [item('One?', '"0"')], /:11 items\.0\.id: .* begins with a letter/],
    ['that is too long', [item('One?', 'o'.repeat(31))], /:11 items\.0\.id: It is longer than 30 characters\./],
  ])('are refused: %s', (_, items, fault) => {
    expect(complaints(withItems(...items)).join('\n')).toMatch(fault);
  });
});

describe('lintItems', () => {
  it.each([
    ['two correct options', good.replace('14x14, why', '14x14, correct: true, why'), /2 options are correct/],
    ['no correct option', good.replace('correct: true, ', ''), /0 options are correct/],
    ['options that are the same', good.replace('14x14', '16x16'), /are the same/],
    ['an option about the others', good.replace('14x14', 'All of the above'), /refers to the others/],
  ])('finds %s', (_, text, message) => {
    expect(lintItems(parsed(text)).map(formatComplaint).join('\n')).toMatch(message);
  });
});

describe('snippets', () => {
  it('are the marked blocks with their output, and the proofs', () => {
    expect(collectSnippets(parsed()).map(({ field, line, code, output }) => ({ field, line, code, output }))).toEqual([
      { field: 'answer', line: 24, code: 'print(1)', output: '1' },
      { field: 'items.0.proof', line: 18, code: 'assert True', output: null },
    ]);
  });

  it('must show what they print', () => {
    expect(lintSnippets(parsed(good.replace('```output', '```text'))).map(formatComplaint)).toEqual([
      expect.stringContaining('what it prints is not shown'),
    ]);
  });

  it('may need processes of their own or a GPU, as the fence or the first line of a proof says', () => {
    const marked = good.replace('python run', 'python run processes gpu').replace('assert True', '# run: gpu');
    const snippets = collectSnippets(parsed(marked));
    expect(snippets.map(({ needs }) => needs)).toEqual([['processes', 'gpu'], ['gpu']]);
    expect(lintSnippets(parsed(marked))).toEqual([]);
    const release = { python: 'python3', version: '2.6.0', gpu: false };
    expect(snippets.map((snippet) => whySkipped(snippet, release))).toEqual(['no-gpu', 'no-gpu']);
    expect(snippets.map((snippet) => whySkipped(snippet, { ...release, gpu: true }))).toEqual([null, null]);
  });

  it('with a mark that means nothing are faults', () => {
    const slips = good.replace('python run', 'python run prosesses').replace('assert True', '# run: gpus');
    expect(lintSnippets(parsed(slips)).map(formatComplaint)).toEqual([
      'vision/stride.md:23 answer: “prosesses” is no mark of a block that is run. Write processes or gpu.',
      'vision/stride.md:18 items.0.proof: “gpus” is no mark of a block that is run. Write processes or gpu.',
    ]);
  });

  it('are skipped by a release that is older than their file wants', () => {
    const [block] = collectSnippets(parsed(good.replace('level: easy', 'level: easy\nmin_torch: "2.6"')));
    if (block === undefined) throw new Error('a snippet expected');
    const skips = ['1.13.1', '2.5.1+cpu', '2.6.0', '2.13.0+cpu'].map((version) =>
      whySkipped(block, { python: 'python3', version, gpu: false }),
    );
    expect(skips).toEqual(['older', 'older', null, null]);
  });

  it('are held against what was printed, line by line of the file', () => {
    const [block, proof] = collectSnippets(parsed());
    if (block === undefined || proof === undefined) throw new Error('two snippets expected');
    const done = { output: '1\n', error: null, line: null };
    expect(
      compareSnippets(
        [block, proof],
        [
          { ...done, key: block.key },
          { ...done, key: proof.key },
        ],
      ),
    ).toEqual([]);
    const failed = compareSnippets(
      [block, proof],
      [
        { ...done, key: block.key, output: '2\n' },
        { ...done, key: proof.key, error: 'AssertionError', line: 1 },
      ],
    );
    expect(failed.map(({ line }) => line)).toEqual([24, 18]);
    expect(compareSnippets([block], [])).toHaveLength(1);
  });
});
