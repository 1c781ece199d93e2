import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedItem } from '../../src/core/asked-item.ts';
import { askedItem } from '../../src/core/asked-item.ts';
import { editDistance } from '../../src/core/edit-distance.ts';
import { isSameItem } from '../../src/core/same-item.ts';

const question = { id: 'stride', title: 'What is stride?', topic: 'vision', level: 'easy' } as const;

/** An item with these options, of which one is right. */
function itemOf(texts: readonly string[], right: number): AskedItem {
  const options = texts.map((text, index) => ({ text, correct: index === right, why: `Because ${index}.` }));
  return askedItem(question, { id: 'output-size', stem: 'How large is the output?', options });
}

const right = fc.nat({ max: 3 });

/** Four different texts of the length that options have. */
const texts = fc.uniqueArray(fc.stringMatching(/^[ -~]{1,40}$/), {
  minLength: 4,
  maxLength: 4,
  selector: (text) => text.replace(/\s+/g, ' ').trim(),
});

/** Four prose options that have little in common, as a typo is small beside the difference of two of them. */
const apart = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{12,40}$/), { minLength: 4, maxLength: 4 })
  .filter((four) => four.every((one, no) => four.every((other, at) => no === at || editDistance(one, other) > 8)));

/** A letter put in, taken out or replaced. */
const typo = fc.record({ at: fc.nat({ max: 11 }), gone: fc.nat({ max: 1 }), put: fc.constantFrom('', 'x', 'É') });

const spoil = (text: string, { at, gone, put }: { at: number; gone: number; put: string }) =>
  `${text.slice(0, at)}${put}${text.slice(at + gone)}`;

describe('an item of the bank', () => {
  it('is the same when its options stand in another order', () => {
    fc.assert(
      fc.property(texts, right, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (four, key, order) => {
        const turned = order.map((index) => four[index] ?? '');
        expect(isSameItem(itemOf(four, key), itemOf(turned, order.indexOf(key)))).toBe(true);
      }),
    );
  });

  it('is the same when typos were mended in all of its options, and they were put in another order', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(apart, right, fc.tuple(typo, typo, typo, typo), order, (four, key, typos, turned) => {
        const mended = turned.map((index) => spoil(four[index] ?? '', typos[index] ?? { at: 0, gone: 0, put: '' }));
        expect(isSameItem(itemOf(four, key), itemOf(mended, turned.indexOf(key)))).toBe(true);
      }),
    );
  });

  it('is the same whatever was mended in its stem, its code, its reasons, its title, topic and level', () => {
    const words = fc.string();
    fc.assert(
      fc.property(texts, right, words, words, words, (four, key, stem, code, why) => {
        const before = itemOf(four, key);
        const options = before.item.options.map((option) => ({ ...option, why }));
        const mended = { id: question.id, title: stem, topic: 'data', level: 'hard' } as const;
        expect(isSameItem(before, askedItem(mended, { ...before.item, stem, code, options }))).toBe(true);
      }),
    );
  });

  it('is another as soon as another option is the right one, in whatever order they stand', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(texts, right, fc.integer({ min: 1, max: 3 }), order, (four, key, on, turned) => {
        const moved = itemOf(
          turned.map((index) => four[index] ?? ''),
          turned.indexOf((key + on) % 4),
        );
        expect(isSameItem(itemOf(four, key), moved)).toBe(false);
      }),
    );
  });

  it('is another when the key was moved, also where typos were mended at the same time', () => {
    const on = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(apart, right, on, fc.tuple(typo, typo, typo, typo), (four, key, step, typos) => {
        fc.pre(typos.every((one, no) => spoil(four[no] ?? '', one) !== four[no]));
        const mended = four.map((text, no) => spoil(text, typos[no] ?? { at: 0, gone: 0, put: '' }));
        expect(isSameItem(itemOf(four, key), itemOf(mended, (key + step) % 4))).toBe(false);
      }),
    );
  });

  it('is another when the words of two options were exchanged and the key stayed at its place', () => {
    const [before, after] = [
      itemOf(['14×14', '16×16', '17×17', '32×32'], 1),
      itemOf(['16×16', '14×14', '17×17', '32×32'], 1),
    ];
    expect(isSameItem(before, after)).toBe(false);
  });

  it('is another under another id, of the question or of itself', () => {
    const item = itemOf(['a', 'b', 'c', 'd'], 0);
    expect(isSameItem(item, { ...item, question: { ...question, id: 'padding' } })).toBe(false);
    expect(isSameItem(item, { ...item, item: { ...item.item, id: 'unread-value' } })).toBe(false);
  });
});
