import { describe, expect, it } from 'vitest';
import { itemKey } from '../../src/core/asked-item.ts';
import { nearDoubles, nearDoublesOf } from '../../src/core/near-double.ts';
import type { Item } from '../../src/core/question.ts';
import { shipped } from '../search/bank.ts';

const item = (id: string, stem: string, right: string, code?: string): Item => ({
  id,
  stem,
  ...(code === undefined ? {} : { code }),
  options: [right, 'the kernel', 'the weights', 'the padding'].map((text, place) => ({
    ...{ text, correct: place === 0, why: 'So it is.' },
  })),
});

const bank = (...items: Item[]) => items.map((own, index) => ({ id: `q${index}`, items: [own] }));

const layout = item('a', 'An image has its channels last. Which call brings them to the front?', 'permute(2, 0, 1)');
const others = [
  item('b', 'What does an optimizer keep for each parameter?', 'two running averages'),
  item('c', 'Which step does the training loop need before the next batch?', 'clearing the gradients'),
  item('d', 'An image has three channels. What does the first layer see of them?', 'all three at each place'),
];

describe('near-doubles', () => {
  it('are items that ask the same in slightly other words', () => {
    const again = item(
      'a',
      'A picture has its channels last. Which call brings them to the front?',
      'permute(2, 0, 1)',
    );
    expect(nearDoubles(bank(layout, ...others, again))).toEqual([['q0#a', 'q4#a']]);
    expect(nearDoubles([{ id: 'q', items: [layout, { ...again, id: 'z' }] }])).toEqual([['q#a', 'q#z']]);
  });

  it('are not items that only share their subject, their code, or words that all have', () => {
    expect(nearDoubles(bank(layout, ...others))).toEqual([]);
    const code = 'x = torch.ones(3)';
    const [one, other] = [
      item('e', 'What type has the result?', 'float32, since that is the default', code),
      item('f', 'Where does its memory lie after this line?', 'on the CPU unless told otherwise', code),
    ];
    expect(nearDoubles(bank(one, other, ...others))).toEqual([]);
  });

  it('are told by the right option, not by the wrong ones', () => {
    const stem = 'Which of these is right?';
    const [one, other] = [item('g', stem, 'gradients add up'), item('h', stem, 'views share memory')];
    expect(nearDoubles(bank(one, other, ...others))).toEqual([]);
  });

  it('are none among no items, and none where an item has no words', () => {
    expect(nearDoubles([])).toEqual([]);
    expect(nearDoubles(bank(item('i', '?', '+'), item('j', '?', '+')))).toEqual([]);
  });

  it('of a new question are those that all pairs would show', () => {
    const { questions } = shipped;
    for (const question of questions.filter((_, place) => place % 25 === 0)) {
      const again = { ...question, id: 'suggested' };
      const keys = new Set(again.items.map((own) => itemKey(again.id, own.id)));
      const pairs = nearDoubles([...questions, again]);
      const expected = pairs.flatMap(([one, other]) => (keys.has(other) && !keys.has(one) ? [one] : []));
      expect(new Set(nearDoublesOf(again, questions)), question.id).toEqual(new Set(expected));
      expect(expected.length).toBeGreaterThan(0);
    }
  });
});
