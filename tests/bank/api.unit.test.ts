import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/bank/api.ts';
import { collectApi, compareApi } from '../../src/bank/api.ts';
import { formatComplaint } from '../../src/bank/complaint.ts';
import { parseQuestionFile } from '../../src/bank/question-file.ts';
import { schema } from './schema.ts';

const written = {
  alias: 'nn.Fold vs x.fold()',
  comment: '# nothing',
  stem: 'What does `F.fold(x, size=2)` do?',
  code: 'import nets.functional as F\n      y = F.fold(x)',
  wrong: '`nn.Nothing`',
  why: 'It has `size=2` by default.',
  answer: 'See `nn.Fold`,\nand `x.fold().shape`.',
};

const textOf = (changes: Partial<typeof written>) => {
  const { alias, comment, stem, code, wrong, why, answer } = { ...written, ...changes };
  return `---
id: stride
title: What is stride?
${comment}
aliases:
  - ${alias}
topic: vision
level: easy
references:
  - { title: Docs, url: "https://example.org" }
items:
  - stem: ${JSON.stringify(stem)}
    code: |
      ${code}
    options:
      - { text: "\`net.fold\`", correct: true, why: ${JSON.stringify(why)} }
      - { text: ${JSON.stringify(wrong)}, why: One. }
      - { text: b, why: Two. }
      - { text: c, why: Three. }
---

${answer}
`;
};

const collect = (changes: Partial<typeof written> = {}) => {
  const file = parseQuestionFile('vision/stride.md', textOf(changes), schema);
  if (!('question' in file)) throw new Error(file.map(formatComplaint).join('\n'));
  return collectApi(file);
};

const namesIn = (answer: string) =>
  collect({ answer }).names.flatMap(({ field, name, called, inCode }) =>
    field === 'answer' ? [`${name}${called ? '()' : ''}${inCode ? '' : ' in plain text'}`] : [],
  );

describe('names', () => {
  it('are taken from title, aliases, items and answer with their lines, but not from wrong options', () => {
    const { names } = collect();
    expect(names.map(({ line, field, name }) => `${line} ${field} ${name}`)).toEqual([
      '6 aliases.0 nn.Fold',
      '6 aliases.0 x.fold',
      '12 items.0.stem F.fold',
      '14 items.0.code nets.functional',
      '15 items.0.code F.fold',
      '17 items.0.options.0.text net.fold',
      '23 answer nn.Fold',
      '24 answer x.fold',
      '24 answer .shape',
    ]);
  });

  it.each([
    ['a call behind a call', '`t.detach().cpu().numpy()`', ['t.detach()', '.cpu()', '.numpy()']],
    ['plain text', 'Use nn.Fold today. And x.y is one.', ['nn.Fold in plain text', 'x.y in plain text']],
    ['numbers, none', '`0.5`, `1e-3`, `1.` and 2.5 times, ten', []],
    ['files and addresses', '`model.pt`, `~/.cache/nets`, `https://a.example/b.c`, [x](https://b.example)', []],
    ['texts and comments', '`f("a.b")  # c.d`', []],
    ['its own attributes', '`self.fold(x)`', []],
  ])('of %s', (_, answer, names) => {
    expect(namesIn(answer)).toEqual(names);
  });

  it('come with what the code brings in and defines', () => {
    const code = 'from nets import fold as f, unfold\n      import nets.data\n      a = np.ones(2)\n      a.mine = 1';
    expect(collect({ code }).scope).toEqual({
      imports: { f: 'nets.fold', unfold: 'nets.unfold', nets: 'nets' },
      own: ['mine'],
      variables: ['a'],
      arrays: ['a'],
    });
  });
});

describe('calls', () => {
  it('have the names of their keywords, and what stands before', () => {
    const { calls } = collect({ answer: '`Fold(a, [1, 2], size=(3, 4), mode="x, y=1")` and `nn.Fold(…)`' });
    const shown = calls.map(({ name, positionals, keywords }) => [name, positionals, keywords]);
    expect(shown.slice(-2)).toEqual([
      ['Fold', ['a', '[1, 2]'], ['size', 'mode']],
      ['nn.Fold', ['…'], []],
    ]);
  });
});

const claimsIn = (answer: string) =>
  collect({ answer, why: 'None.' }).defaults.map(({ parameter, value }) => `${parameter}=${value}`);

describe('defaults', () => {
  it.each([
    ['`bias=True` is the default and adds one.', ['bias=True']],
    ['With `drop_last=False`, the default, it goes on.', ['drop_last=False']],
    ['`F.fold(x)` has `training=True` by default.', ['training=True']],
    ['The defaults are `lr=1e-3`, `betas=(0.9, 0.999)` and `eps=1e-8`.', ['lr=1e-3', 'betas=(0.9, 0.999)', 'eps=1e-8']],
    ['`alpha` defaults to −0.5.', ['alpha=-0.5']],
    ['`mode` is `"mean"` by default.', ['mode="mean"']],
    ['The signature is `nn.Fold(x, dim=None, size=(1, 2))`.', ['dim=None', 'size=(1, 2)']],
  ])('are read from “%s”', (answer, claims) => {
    expect(claimsIn(answer)).toEqual(claims);
  });

  it.each([
    '`nn.Fold(3, stride=1)`, defaults otherwise.',
    '`bias=True` is not the default.',
    'Before 2.0 `bias=True` was used by default; `bias=True` is the default no longer.',
    '`stride` defaults to `kernel_size`.',
    '`bias=True` is the default setting used here.',
    'Pass `bias=True` there.',
  ])('are not read from “%s”', (answer) => {
    expect(claimsIn(answer)).toEqual([]);
  });

  it('are those of what is named nearest: in the sentence, the text, the item, the question', () => {
    const [claim] = collect({ stem: 'Is it `nn.Near`?', why: 'So. It has `size=2` by default.' }).defaults;
    expect(claim?.among.map((names) => names.includes('nn.Near'))).toEqual([false, false, true, true]);
  });
});

describe('what was found', () => {
  const finding = (changes: Partial<Finding>): Finding => {
    return { ...{ file: 0, kind: 'names', index: 0, subject: 'nn.Fold', instead: 'nn.Unfold' }, ...changes };
  };
  const complaints = (uses: ReturnType<typeof collect>, ...findings: readonly Finding[]) =>
    compareApi([uses], { findings, judged: { names: 0, calls: 0, defaults: 0 }, absent: [] }).map(formatComplaint);

  it('is told with file, line, name and what is nearest', () => {
    expect(
      complaints(collect(), finding({}), finding({ kind: 'defaults', subject: 'size of nn.Fold', instead: '1' })),
    ).toEqual([
      'vision/stride.md:6 aliases.0: There is no nn.Fold. The nearest is nn.Unfold: correct it, or write “# no such name: nn.Fold” into the front matter if that is meant.',
      'vision/stride.md:17 items.0.options.0.why: The default of size of nn.Fold is not 2. It is 1.',
    ]);
  });

  it('is meant where the front matter says so, and a mark that nothing needs is a fault', () => {
    const uses = collect({ comment: '# no such name: nn.Fold, x.fold' });
    expect(complaints(uses, finding({}))).toEqual([
      'vision/stride.md:4 front matter: x.fold is marked as missing, and no text that is checked names it, or it exists. Take it out of the comment.',
    ]);
  });
});
