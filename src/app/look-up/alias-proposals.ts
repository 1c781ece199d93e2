import type { Question } from '../../core/question.ts';
import { longestAlias } from '../../core/question.ts';
import type { Click } from '../store/click.ts';

/** Another way to ask a question, which people have used: they opened the question after asking in these words. */
type ProposedAlias = {
  readonly alias: string;
  /** How often it was opened, and how often it then got a 👎. */
  readonly opened: number;
  readonly against: number;
  /** True if it was opened as a partial answer: then it is only an alias if the question does answer it. */
  readonly partly: boolean;
};

export type AliasProposals = {
  /** Those with the most opened alias first, and so within each. */
  readonly groups: readonly { readonly question: string; readonly aliases: readonly ProposedAlias[] }[];
  /** How many were left out, and why. */
  readonly leftOut: Readonly<Record<Reason, number>>;
};

/**
 * `rare`: opened less than two times more than voted down. `rejected`: voted down as often as opened, or more.
 * `disputed`: people opened different questions, and no one of them more often than all others together. `said`: a title,
 * an alias or an error says the same. `long`: no alias may be so long. `gone`: the bank has no such question.
 */
type Reason = 'rare' | 'rejected' | 'disputed' | 'said' | 'long' | 'gone';

/** A single click is often a slip or plain curiosity. */
const fewest = 2;

/**
 * What could become an alias of which question, by what people opened when the bot was not sure. Queries of the same
 * words are one. `all`: also what was opened once.
 */
export function proposeAliases(
  clicks: readonly Click[],
  questions: readonly Pick<Question, 'id' | 'title' | 'aliases' | 'errors'>[],
  { all = false }: { readonly all?: boolean } = {},
): AliasProposals {
  const ids = new Set(questions.map(({ id }) => id));
  const said = new Set(questions.flatMap(({ title, aliases, errors }) => [title, ...aliases, ...errors].map(wordsIn)));
  const pairs = mergePairs(clicks);
  const total = new Map<string, number>();
  for (const pair of pairs) total.set(pair.words, (total.get(pair.words) ?? 0) + Math.max(0, gain(pair)));
  const leftOut = { rare: 0, rejected: 0, disputed: 0, said: 0, long: 0, gone: 0 };
  const groups = new Map<string, ProposedAlias[]>();
  for (const pair of pairs) {
    const reason = reasonAgainst(pair, { ids, said, total: total.get(pair.words) ?? 0, least: all ? 1 : fewest });
    if (reason !== null) {
      leftOut[reason] += 1;
      continue;
    }
    const { question, alias, opened, against, partly } = pair;
    groups.set(question, [...(groups.get(question) ?? []), { alias, opened, against, partly }]);
  }
  return { groups: [...groups].map(([question, aliases]) => ({ question, aliases })), leftOut };
}

type Pair = ProposedAlias & { readonly question: string; readonly words: string };

type Bounds = {
  readonly ids: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
  readonly total: number;
  readonly least: number;
};

function reasonAgainst(pair: Pair, { ids, said, total, least }: Bounds): Reason | null {
  if (!ids.has(pair.question)) return 'gone';
  if (said.has(pair.words)) return 'said';
  if (pair.alias.length > longestAlias) return 'long';
  if (gain(pair) <= 0) return 'rejected';
  if (2 * gain(pair) <= total) return 'disputed';
  return gain(pair) < least ? 'rare' : null;
}

/** The clicks by words and question, the most opened first; each as it was typed most often. */
function mergePairs(clicks: readonly Click[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { query, question, count, against, partly } of clicks.toSorted((one, other) => other.count - one.count)) {
    const words = wordsIn(query);
    const key = `${question} ${words}`;
    const known = pairs.get(key) ?? { question, words, alias: query, opened: 0, against: 0, partly: false };
    const sums = { opened: known.opened + count, against: known.against + against };
    pairs.set(key, { ...known, ...sums, partly: known.partly || partly > 0 });
  }
  return [...pairs.values()].toSorted((one, other) => other.opened - one.opened);
}

function gain({ opened, against }: Pair): number {
  return opened - against;
}

/** Letters and digits alone, in lower case. */
function wordsIn(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ');
}
