import { loadBank } from '../src/bank/load.ts';
import { createSearch } from '../src/search/search.ts';
import { growBank, seededChance } from './growing-bank.ts';
import { readQueries } from './labelled-queries.ts';
import { percentile } from './percentile.ts';
import { createRival } from './rival.ts';

/**
 * How long a look-up takes, against MiniSearch with fuzzy and prefix matching, at growing bank sizes; then hostile
 * queries, completion and start. `node bench/lookup.ts [largest size]`.
 */
const largest = Number(process.argv[2] ?? 100_000);
const { questions: bank, words } = await loadBank('data');
const queries = (await readQueries('bench/queries.json')).map(({ q }) => q);

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const rows: Record<string, string | number>[] = [];
for (const size of [50, 250, 1_000, 10_000, 100_000].filter((candidate) => candidate <= largest)) {
  const questions = growBank(bank, size);
  let search = createSearch({ questions: [] });
  const build = time(() => {
    search = createSearch({ questions, words });
  });
  const rival = createRival(questions, { fuzzy: 0.2, prefix: true });
  const rounds = size >= 100_000 ? 1 : size >= 10_000 ? 2 : 10;
  const chance = seededChance(3);
  const sample = size >= 100_000 ? queries.filter(() => chance() < 0.15) : queries;
  for (const query of sample.slice(0, 200)) search.search(query, 3);
  const ours: number[] = [];
  const theirs: number[] = [];
  const typing: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const query of sample) {
      ours.push(time(() => search.search(query, 3)));
      theirs.push(time(() => rival(query)));
      typing.push(time(() => search.complete(query.slice(0, 1 + (query.length % 12)), 10)));
    }
  }
  const of = (share: number) => (percentile(ours, share) / percentile(theirs, share)).toFixed(2);
  rows.push({
    questions: size,
    'build ms': Math.round(build),
    'p50 ms': percentile(ours, 0.5).toFixed(3),
    'p99 ms': percentile(ours, 0.99).toFixed(3),
    'MiniSearch p50': percentile(theirs, 0.5).toFixed(3),
    'MiniSearch p99': percentile(theirs, 0.99).toFixed(3),
    'ratio p50': of(0.5),
    'ratio p99': of(0.99),
    'complete p99': percentile(typing, 0.99).toFixed(3),
  });
}
console.table(rows);

const thousand = createSearch({ questions: growBank(bank, 1_000), words });
const hostile = {
  'one word of 40,000 letters': 'q'.repeat(40_000),
  '4,000 distinct words': Array.from({ length: 4_000 }, (_, index) => `word${index} tensr${index}`).join(' '),
  'a megabyte of text': 'what is a tenser and a convolutoin? '.repeat(30_000),
  'unknown words': 'zxqwv kjhgf mnbvc poiuy lkjhg qwert asdfg yxcvb trewq hgfds '.repeat(5),
};
console.table(
  Object.entries(hostile).map(([name, query]) => {
    thousand.search(query, 3);
    const times = Array.from({ length: 20 }, () => time(() => thousand.search(query, 3)));
    return { hostile: name, 'p50 ms': percentile(times, 0.5).toFixed(3), 'worst ms': Math.max(...times).toFixed(3) };
  }),
);
