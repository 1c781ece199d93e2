import { readFile } from 'node:fs/promises';
import { loadBank } from '../src/bank/load.ts';
import type { SubjectWords } from '../src/core/bank.ts';
import type { Question } from '../src/core/question.ts';
import type { LabelledQuery } from './labelled-queries.ts';
import { halfOf, readQueries } from './labelled-queries.ts';

/** A query with the ids of the questions that answer it, best first; none for one that the bank does not cover. */
export type Labelled = { readonly q: string; readonly ids: readonly string[]; readonly kind: Kind };

/** Covered by the bank; about something next door to it; about something else altogether. */
export type Kind = 'answerable' | 'near' | 'foreign';

export type LabelledBank = {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly words: SubjectWords;
  readonly sets: readonly { readonly name: string; readonly queries: readonly Labelled[] }[];
};

/**
 * Every bank that has labelled queries: ours with what real people wrote, with our own, and with what was written from the titles
 * of new questions alone (of both only half `dev` is looked at while the search is worked on); the example on Git, and two small banks that exist for this alone.
 */
export async function readLabelledBanks(): Promise<readonly LabelledBank[]> {
  return [await readOurs(), await readGit(), await readSmall('linux'), await readSmall('statistics')];
}

async function readOurs(): Promise<LabelledBank> {
  const { questions, words } = await loadBank('data');
  const own = (await readQueries('bench/queries.json')).map((query) => ({
    half: halfOf(query),
    q: query.q,
    ids: query.expect,
    kind: kindOf(query),
  }));
  const fresh = await readJson<readonly Labelled[]>('bench/new-queries.json');
  return {
    name: 'pytorch',
    questions,
    words,
    sets: [
      { name: 'real people', queries: await readJson<readonly Labelled[]>('bench/real-queries.json') },
      { name: 'own, dev', queries: own.filter(({ half }) => half === 'dev') },
      { name: 'own, reserved', queries: own.filter(({ half }) => half === 'reserved') },
      { name: 'new, dev', queries: fresh.filter((query) => halfOf(query) === 'dev') },
      { name: 'new, reserved', queries: fresh.filter((query) => halfOf(query) === 'reserved') },
    ],
  };
}

function kindOf({ expect, kind }: LabelledQuery): Kind {
  if (expect.length > 0) return 'answerable';
  return kind === 'ood-near' ? 'near' : 'foreign';
}

async function readGit(): Promise<LabelledBank> {
  const { questions, words } = await loadBank('examples/git');
  const queries = await readJson<readonly Labelled[]>('examples/git/queries.json');
  return { name: 'git', questions, words, sets: [{ name: 'git', queries }] };
}

type SmallBank = SubjectWords & {
  readonly questions: readonly Pick<Question, 'id' | 'title' | 'aliases' | 'errors' | 'answer'>[];
  readonly queries: readonly Labelled[];
};

async function readSmall(name: string): Promise<LabelledBank> {
  const { questions, queries, own, neighbours, synonyms } = await readJson<SmallBank>(`bench/banks/${name}.json`);
  return {
    name,
    questions: questions.map((question) => ({
      ...question,
      seed: null,
      topic: name,
      level: 'medium',
      references: [],
      items: [],
      body: [],
    })),
    words: { own, neighbours, synonyms },
    sets: [{ name, queries }],
  };
}

async function readJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await readFile(path, 'utf8')) as Value;
}
