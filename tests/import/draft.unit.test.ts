import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuestionDocument } from '../../src/bank/document.ts';
import { isDraft } from '../../src/bank/drafts/is-draft.ts';
import { readDraft } from '../../src/bank/drafts/missing.ts';
import { frontMatterOf } from '../../src/bank/front-matter.ts';
import type { Candidate } from '../../src/import/candidate.ts';
import { candidate, option } from '../../src/import/candidate.ts';
import { draftOf } from '../../src/import/drafts/draft.ts';
import { draftText } from '../../src/import/drafts/draft-text.ts';
import { slugOf } from '../../src/import/drafts/slug.ts';

const about = { file: 'deck.txt', topic: '', author: '', licence: 'CC0', digest: (text: string) => `${text.length}` };
const draft = (known: Partial<Candidate>) =>
  draftOf(candidate({ place: 'line 4', stem: 'Which?', ...known }), 1, about);
const state = (known: Partial<Candidate>) => {
  const made = draft(known);
  return readDraft('x.md', draftText(made), frontMatterOf([made.topic]));
};

describe('a draft', () => {
  it('says what is still to be written, and where it comes from', () => {
    const { missing, wrong, source } = state({ options: [option('one', true, 'So it is.'), option('two', false)] });
    expect({ missing, wrong, source }).toEqual({
      missing: ['aliases', 'level', 'references', 'why of 1 option', '2 options', 'the answer'],
      wrong: [],
      source: 'deck.txt, line 4',
    });
  });

  it('keeps what is too long, and says so with its line', () => {
    const { wrong } = state({ stem: `${'very '.repeat(70)}long?`, options: [option('x'.repeat(71), true)] });
    expect(wrong.map(({ field, problem }) => `${field}: ${problem}`)).toEqual([
      'items.0.stem: It is longer than 300 characters.',
      'items.0.options.0.text: It is longer than 70 characters.',
    ]);
  });

  it('asks a person where options are too many, right ones are several, or a level is another', () => {
    const options = ['a', 'b', 'c', 'd', 'e'].map((text, index) => option(text, index < 2));
    expect(state({ options, level: 'tricky' }).remarks).toEqual([
      'The source calls its level “tricky”.',
      '2 options are right in the source. Keep one of them, or ask otherwise.',
      'The source has 5 options. Keep the best four.',
    ]);
  });

  it('shows a key and an explanation that contradict each other side by side', () => {
    const options = [option('a stack', true), option('a queue', false)];
    const said = (explanation: string) => state({ options, explanation }).remarks;
    expect(said('The correct answer is B, as it is FIFO.')).toEqual([
      'The key is “a stack”, and the explanation says “correct answer is B”. Decide which is right.',
    ]);
    expect(said('Correct answer: A queue. It is FIFO.')).toEqual([
      'The key is “a stack”, and the explanation says “Correct answer: A queue. It is FIFO.”. Decide which is right.',
    ]);
    expect(said('The correct answer is A.')).toEqual([]);
    expect(said('Correct answer: a stack')).toEqual([]);
    expect(said('The answer is a bit long. A is a letter.')).toEqual([]);
  });

  it('keeps author and licence of the source, or those that were given for all', () => {
    expect(draft({ author: 'Ada' }).source).toMatchObject({ author: 'Ada', licence: 'CC0' });
  });

  it('comes back as it was written, whatever stands in it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab:#-"\'`|>…{}[]&*!%@\\\n\t 0~\ufeff\u0085é'), maxLength: 30 });
    const options = fc.array(fc.record({ text, why: text, correct: fc.boolean() }), { maxLength: 6 });
    const any = fc.record({
      stem: text,
      code: text,
      explanation: text,
      name: text,
      category: text,
      options,
      licence: text,
    });
    fc.assert(
      fc.property(any, (known) => {
        const made = draft(known);
        const written = draftText(made);
        expect(isDraft(written)).toBe(true);
        const document = parseQuestionDocument('x.md', written);
        if (!('markdown' in document)) throw new Error(JSON.stringify(document));
        expect(document.losses).toEqual([]);
        expect(document.markdown.trim()).toBe(made.answer);
        expect(document.data).toMatchObject({
          ...{ title: made.title, topic: made.topic },
          items: [
            {
              stem: made.stem,
              options: made.options.map(({ text: words, correct, why }) => ({
                text: words,
                why,
                ...(correct ? { correct: 'true' } : {}),
              })),
              ...(made.code === '' ? {} : { code: `${made.code}\n` }),
            },
          ],
        });
      }),
    );
  });
});

it.each([
  ['What does `git add -A` do?', 'what-does-git-add-a-do'],
  ['Où est Zürich?', 'ou-est-zurich'],
  ['../../etc/passwd', 'etc-passwd'],
  ['什么?', ''],
  ['x'.repeat(80), 'x'.repeat(54)],
])('%s becomes the id “%s”', (text, slug) => expect(slugOf(text)).toBe(slug));

it.each([
  ['---\ndraft: true\nid: x\n---\n', true],
  ['---\n# still to do\ndraft: "true" # not yet\nid: x\n---\n', true],
  ['---\nid: x\ndraft: true\n---\n', false],
  ['---\ndraft: false\nid: x\n---\n', false],
  ['draft: true\n', false],
])('whether %j is a draft: %s', (text, is) => expect(isDraft(text)).toBe(is));
