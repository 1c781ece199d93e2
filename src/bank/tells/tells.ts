import type { Complaint } from '../complaint.ts';
import type { QuestionFile } from '../question-file.ts';
import { convergence } from './convergence.ts';
import { firstWord } from './first-word.ts';
import { longestOption } from './longest-option.ts';
import { mirroredPair } from './mirrored-pair.ts';
import { mostHedged } from './most-hedged.ts';
import { mostPunctuation } from './most-punctuation.ts';
import { naiveBayes } from './naive-bayes.ts';
import type { ProseItem } from './prose-item.ts';
import { proseItems } from './prose-item.ts';
import type { Strategy } from './strategy.ts';

/** How often a strategy guesses the key, over the items in which it has something to go by. */
export type Tell = {
  readonly name: string;
  readonly items: number;
  readonly right: number;
  /** The highest share of right guesses that gives nothing away; chance is a quarter, for a pair a half. */
  readonly bar: number;
  /** False where the items are too few for their share to mean anything. */
  readonly enforced: boolean;
};

type Known = { readonly name: string; readonly strategy: Strategy; readonly bar: number; readonly cure: string };

/** A quarter is chance; so much more is allowed, or an honest bank would fail by luck. */
const single = 0.32;
const pair = 0.6;

/** Below this share the key is told by what it is not. Only of length, which is the first thing that a reader sees. */
const least = 0.1;

/** With fewer items a share says more about chance than about the bank. */
const enough = 30;

/** How many places a complaint names. */
const named = 10;

const reword = 'Use the words of the keys in wrong options, too, in some of';

const known: readonly Known[] = [
  { name: 'longest option', strategy: longestOption, bar: single, cure: 'Lengthen a wrong option in some of' },
  { name: 'mirrored pair', strategy: mirroredPair, bar: pair, cure: 'Mirror two wrong options, or none, in some of' },
  { name: 'naive Bayes on words', strategy: naiveBayes, bar: single, cure: reword },
  { name: 'convergence', strategy: convergence, bar: single, cure: 'Let wrong options share more words in some of' },
  { name: 'most hedged', strategy: mostHedged, bar: single, cure: 'Qualify wrong options as much in some of' },
  { name: 'most punctuation', strategy: mostPunctuation, bar: single, cure: 'Use as many marks elsewhere in some of' },
  { name: 'first word', strategy: firstWord, bar: single, cure: 'Begin the options of an item alike in some of' },
];

type Measured = Tell & {
  readonly cure: string;
  readonly hits: readonly ProseItem[];
  readonly misses: readonly ProseItem[];
};

/** What every strategy makes of the items in prose, in an order that does not change. */
export function measureTells(files: readonly QuestionFile[]): readonly Tell[] {
  return measure(files).map(({ name, items, right, bar, enforced }) => ({ name, items, right, bar, enforced }));
}

/** Warnings about strategies that guess better than their bar in a bank with enough items, each with places to mend. */
export function lintTells(files: readonly QuestionFile[]): readonly Complaint[] {
  return measure(files).flatMap(({ name, items, right, bar, enforced, cure, hits, misses }): Complaint[] => {
    if (!enforced) return [];
    const problem = `Guessing by ${name} finds ${right} of ${items} keys.`;
    const about = { file: '.', line: 1, field: 'items', problem };
    if (right > bar * items) {
      return [{ ...about, cure: `Bring it to ${Math.round(100 * bar)} % at most. ${cure} ${placesOf(hits)}.` }];
    }
    if (name !== 'longest option' || right >= least * items) return [];
    return [{ ...about, cure: `A quarter is chance. Lengthen the right option in some of ${placesOf(misses)}.` }];
  });
}

function measure(files: readonly QuestionFile[]): readonly Measured[] {
  const all = proseItems(files);
  return known.map(({ strategy, ...about }) => {
    const guesses = strategy(all).map((places, index) => ({ places, item: all[index] }));
    const made = guesses.flatMap(({ places, item }) =>
      places === null || item === undefined ? [] : [{ item, isHit: places.includes(item.key) }],
    );
    const hits = made.filter(({ isHit }) => isHit).map(({ item }) => item);
    const misses = made.filter(({ isHit }) => !isHit).map(({ item }) => item);
    return { ...about, items: made.length, right: hits.length, enforced: made.length >= enough, hits, misses };
  });
}

function placesOf(items: readonly ProseItem[]): string {
  const list = items.slice(0, named).map(({ file, line }) => `${file}:${line}`);
  return `${list.join(', ')}${items.length > named ? ` and ${items.length - named} more` : ''}`;
}
