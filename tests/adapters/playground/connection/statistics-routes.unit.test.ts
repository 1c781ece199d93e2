import { describe, expect, it } from 'vitest';
import { createStatisticsRoutes } from '../../../../src/adapters/playground/connection/statistics-routes.ts';
import type { ItemFigures } from '../../../../src/app/practice/item-figures.ts';
import { readCsv } from '../../../export/csv-reader.ts';
import { shipped } from '../../../search/bank.ts';

const [question] = shipped.questions;
if (question === undefined) throw new Error('The bank is empty.');

const item = {
  id: 'which',
  stem: 'Which of `a < b` is it?',
  code: 'a < b',
  options: ['one', 'two', '<b>three</b>', 'four'].map((text, place) => ({ text, correct: place === 1, why: 'So.' })),
};
const hard: ItemFigures = {
  ...{ key: `${question.id}#which`, question, item, answers: 40, right: 10, difficulty: 1.2 },
  ...{ discrimination: -0.25, chosen: [30, 10, 0, 0] },
};
const named = { ...question, id: 'git.revert', title: 'What does revert do?' };
const other: ItemFigures = { ...hard, question: named, key: 'git.revert#which', discrimination: null };

const assets = { style: '', client: '' } as never;
const open = (figures: readonly ItemFigures[]) =>
  createStatisticsRoutes(
    async () => figures,
    (bank) => ({ subject: { ...shipped.subject, ...(bank === 'git' ? { bank } : {}) }, assets }),
  );
const read = async (path: string, figures = [hard, other]) => {
  const response = await open(figures).request(path);
  expect([response.status, response.headers.get('x-robots-tag')]).toEqual([200, 'noindex']);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
};

describe('the page of how people answered', () => {
  it('says of each item of its bank how many were right, chose what, and what that tells', async () => {
    const page = await read('/statistics');
    expect(page).toContain('1 item that 10 people or more have answered');
    expect(page).toMatch(/25% right · 40 answers · discrimination −0\.25/);
    expect(page).toContain('<code>a &lt; b</code>');
    expect(page).toContain('&lt;b&gt;three&lt;/b&gt;');
    expect(page).toMatch(/two <span class="flag good">✓ Right<\/span>/);
    expect(page).toContain('href="/statistics/items.csv"');
    expect(page).not.toContain('What does revert do?');
    const git = await read('/statistics?bank=git');
    expect(git).toContain('What does revert do?');
    expect(git).not.toContain('discrimination −');
    expect(git).toContain('href="/statistics/items.csv?bank=git"');
  });

  it('is told that there is nothing to tell yet', async () => {
    expect(await read('/statistics', [])).toContain('No item was answered by 10 people yet.');
  });

  it('gives the same as a file', async () => {
    const rows = readCsv(await read('/statistics/items.csv'));
    expect(rows).toEqual([
      {
        ...{ item: hard.key, topic: question.topic, level: question.level, question: item.stem },
        ...{ asked: '40', right: '10', 'share right': '0.250', difficulty: '1.20', discrimination: '-0.25' },
        ...{ 'option 1': 'one', 'share 1': '0.750', 'option 2': 'two', 'share 2': '0.250' },
        ...{ 'option 3': '<b>three</b>', 'share 3': '0.000', 'option 4': 'four', 'share 4': '0.000' },
        'right option': '2',
      },
    ]);
    expect(readCsv(await read('/statistics/items.csv?bank=git')).map((row) => row['item'])).toEqual([
      'git.revert#which',
    ]);
  });
});
