import { readBank } from '../src/bank/bank.ts';
import { createSearch } from '../src/search/search.ts';
import { halfOf, readQueries } from './labelled-queries.ts';
import type { Quality, Reply } from './quality.ts';
import { measureQuality } from './quality.ts';
import { createRival, tunedOptions } from './rival.ts';

/**
 * How often the search is right, and knows it, by kind of query; beside it MiniSearch with its defaults and with boost,
 * fuzzy and prefix. `node bench/search-quality.ts [file of labelled queries]`. A rival has no notion of certainty, so
 * whatever it finds counts as answered.
 */
const path = process.argv[2] ?? 'bench/queries.json';
const bank = (await readBank('data')).files.map(({ question }) => question);
const queries = await readQueries(path);
const seedOf = new Map(bank.map(({ id, seed }) => [id, seed]));
const seeds = (hits: readonly { id: string }[]) => hits.map(({ id }) => seedOf.get(id) ?? null);

const search = createSearch(bank);
const ours = (query: string): Reply => {
  const { verdict, hits } = search.search(query, 10);
  return { seeds: seeds(hits), confident: verdict === 'answer' };
};
const rivalReply = (rival: ReturnType<typeof createRival>) => (query: string) => {
  const hits = rival(query);
  return { seeds: seeds(hits), confident: hits.length > 0 };
};

const systems = [
  ['ours', ours],
  ['MiniSearch', rivalReply(createRival(bank, {}))],
  ['MiniSearch boost fuzzy prefix', rivalReply(createRival(bank, tunedOptions))],
] as const;
const percent = (share: number) => (100 * share).toFixed(1);
const row = (name: string, quality: Quality) => ({
  '': name,
  queries: quality.queries,
  'recall@1': percent(quality.recallAt1),
  'recall@3': percent(quality.recallAt3),
  'MRR@10': percent(quality.meanReciprocalRank),
  'right & confident': percent(quality.rightAndConfident),
  'confidently wrong': percent(quality.wrongAndConfident),
  'false answers': percent(quality.falseAnswers),
});

/** One measure of all systems in one cell, in their order. */
const beside = (qualities: readonly Quality[], of: (quality: Quality) => number) =>
  qualities.map((quality) => percent(of(quality)).padStart(5)).join('  ');

const kinds = [...new Set(queries.map(({ kind }) => kind)), 'all'];
console.log(`\nBy kind, in each cell: ${systems.map(([name]) => name).join(' · ')}`);
console.table(
  kinds.map((kind) => {
    const some = kind === 'all' ? queries : queries.filter((query) => query.kind === kind);
    const qualities = systems.map(([, reply]) => measureQuality(some, reply));
    const covered = some.some(({ expect }) => expect.length > 0);
    const foreign = some.some(({ expect }) => expect.length === 0);
    return {
      kind,
      queries: some.length,
      'recall@1': covered ? beside(qualities, ({ recallAt1 }) => recallAt1) : '',
      'recall@3': covered ? beside(qualities, ({ recallAt3 }) => recallAt3) : '',
      'MRR@10': covered ? beside(qualities, ({ meanReciprocalRank }) => meanReciprocalRank) : '',
      'false answers': foreign ? beside(qualities, ({ falseAnswers }) => falseAnswers) : '',
    };
  }),
);
const halves = process.argv[2] === undefined ? (['dev', 'reserved'] as const) : [];
for (const half of halves) {
  const some = queries.filter((query) => halfOf(query) === half);
  console.log(`\n${half} half`);
  console.table(systems.map(([name, reply]) => row(name, measureQuality(some, reply))));
}
console.log('\nAll');
console.table(systems.map(([name, reply]) => row(name, measureQuality(queries, reply))));
