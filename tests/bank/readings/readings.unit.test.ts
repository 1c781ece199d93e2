import { describe, expect, it } from 'vitest';
import { paperOf } from '../../../src/bank/readings/paper.ts';
import { gradeReadings, readAnswers } from '../../../src/bank/readings/reading.ts';
import { contentDigest } from '../../../src/ops/digest.ts';
import { question } from '../../search/bank.ts';

const item = (id: string, stem: string) => ({
  id,
  stem,
  options: ['one', 'two', 'three', 'four'].map((text) => ({ text, correct: text === 'two', why: 'So it is.' })),
});
const bank = ['a', 'b', 'c'].map((id) => ({
  ...question(id, `What is ${id}?`),
  items: [item('first', `Which ${id}?`), { ...item('second', `How many ${id}?`), level: 'hard' as const }],
}));
const paper = paperOf(bank, contentDigest);
const find = (key: string) => paper.find((entry) => entry.key === key) ?? (paper[0] as (typeof paper)[0]);
const lineFor = (key: string, text: string) => {
  const { code, item: asked, order } = find(key);
  return `${code} ${'ABCD'.charAt(order.findIndex((index) => asked.options[index]?.text === text))}`;
};

describe('a paper', () => {
  it('has every item under a code of its own, items of a question apart from how the bank has them', () => {
    expect(paper.map(({ key }) => key).toSorted()).toEqual(bank.flatMap(({ id }) => [`${id}#first`, `${id}#second`]));
    expect(new Set(paper.map(({ code }) => code)).size).toBe(6);
    expect(paper.map(({ key }) => key)).not.toEqual(paper.map(({ key }) => key).toSorted());
  });

  it('is the same each time, also when levels and reasons are edited, and another one for other words', () => {
    const [first, ...others] = bank;
    if (first === undefined) throw new Error('a question expected');
    expect(paperOf([{ ...first, level: 'hard' as const }, ...others], contentDigest).map(({ code }) => code)).toEqual(
      paper.map(({ code }) => code),
    );
    const edited = { ...first, items: [item('first', 'Which one?')] };
    expect(paperOf([edited], contentDigest)[0]?.code).not.toBe(find('a#first').code);
  });
});

describe('answers', () => {
  it('are graded by what was printed at their letters', () => {
    const right = readAnswers(
      `${lineFor('a#first', 'two')}\n\n# a remark\n${lineFor('b#second', 'two')} # sure`,
      paper,
    );
    const wrong = readAnswers(lineFor('a#first', 'four').toLowerCase(), paper);
    expect([...right.unread, ...wrong.unread]).toEqual([]);
    const grades = gradeReadings(paper, [right, wrong]).map(({ paper: { key }, ...grade }) => ({ key, ...grade }));
    expect(grades.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
      { key: 'a#first', readers: 2, right: 1, others: [3] },
      { key: 'b#second', readers: 1, right: 1, others: [] },
    ]);
  });

  it('count as they were given last, and as nothing where a line says nothing', () => {
    const text = `${lineFor('c#first', 'one')}\n${lineFor('c#first', 'two')}\nffffffff A\nno idea\n${find('a#first').code} E`;
    const reading = readAnswers(text, paper);
    expect(gradeReadings(paper, [reading])).toMatchObject([{ right: 1, others: [] }]);
    expect(reading.unread).toEqual([
      { line: 3, text: 'ffffffff A', problem: 'No item has this code; it may have been edited since.' },
      { line: 4, text: 'no idea', problem: 'It is no code and letter.' },
      { line: 5, text: `${find('a#first').code} E`, problem: 'It is no code and letter.' },
    ]);
  });
});
