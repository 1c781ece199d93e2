import { stemmer } from 'stemmer';

/** Forms of plain English that Porter's algorithm leaves apart. */
const irregular = new Map(
  `matrices matrix, vertices vertex, indices index, axes axis, analyses analysis, hypotheses hypothesis, criteria criterion,
  phenomena phenomenon, children child, ran run, went go, saw see, seen see, kept keep, lost lose, built build, fed feed,
  sent send, chose choose, chosen choose, wrote write, written write, took take, taken take, gave give, given give, made make,
  held hold, shown show, drawn draw, drew draw, thrown throw, threw throw, broken break, broke break, biases bias, width wide,
  depth deep, deeper deep, larger large, smaller small, faster fast, slower slow, easier easy`
    .split(/,\s+/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

const known = new Map<string, string>();

/** Hostile input cannot make the memory grow beyond this. */
const mostKnown = 20_000;

/** The stem of a lower-case English word by Porter's algorithm (1980); what has digits is its own. */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const regular = irregular.get(word) ?? word;
  const isWord = regular.length > 2 && /[a-z]/.test(regular) && !/\d/.test(regular);
  const result = isWord ? stemmer(regular) : regular;
  if (known.size >= mostKnown) known.clear();
  known.set(word, result);
  return result;
}

/** Beginnings of words in -ise and -ising that no spelling writes with z. */
const withS =
  /^(?:nois|rais|ris|wis|precis|promis|exercis|otherwis|likewis|advis|revis|expertis|concis|disguis|compris|surpris|enterpris|paradis|denois|compromis|premis|franchis|merchandis|prais|cruis|bruis|pois)/;

/** What a word must contain to be spelled otherwise in America. */
const differsOverseas = /is|our|ys|ce/;

/** American spelling of a lower-case word, so that both sides of the Atlantic meet. */
export function modernSpelling(word: string): string {
  if (word.length < 5) return word === 'grey' ? 'gray' : word;
  if (!differsOverseas.test(word)) return word;
  let result = word;
  if (!withS.test(word)) result = result.replace(/is(e|es|ed|er|ers|ing|ation|ations)$/, 'iz$1');
  result = result.replace(/^(col|behavi|neighb|fav|lab|hon)our/, '$1or');
  return result
    .replace(/^(analy)s(e|ed|es|ing)$/, '$1z$2')
    .replace(/^licence/, 'license')
    .replace(/^centre/, 'center');
}
