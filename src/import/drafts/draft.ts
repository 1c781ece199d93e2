import { cleanText } from '../../core/clean.ts';
import { levels } from '../../core/question.ts';
import { toBeWritten } from '../../core/to-be-written.ts';
import type { Candidate, CandidateOption } from '../candidate.ts';
import { doubtOfKey } from '../text/key-in-doubt.ts';
import { onOneLine } from '../text/words.ts';
import { slugOf } from './slug.ts';

/** Where a draft comes from, as its file keeps it. */
export type DraftSource = {
  readonly file: string;
  readonly place: string;
  /** Its number in the source, from 1, by which drafts are listed. */
  readonly number: number;
  /** A digest of what was asked, by which another import knows it again. */
  readonly key: string;
  readonly name: string;
  readonly author: string;
  readonly licence: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly guid: string;
};

/** A question file to be completed: what the source has, with `…` for the rest. */
export type Draft = {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly level: string;
  readonly source: DraftSource;
  /** What a person has to decide or mend, a sentence each; empty where the source is taken whole. */
  readonly remarks: readonly string[];
  readonly stem: string;
  readonly code: string;
  readonly options: readonly CandidateOption[];
  readonly answer: string;
};

/** As many options as an item of ours has. */
const optionsOfItem = 4;

const longestTitle = 100;

/** What is said to all drafts of one source. */
export type AboutSource = {
  /** The file's name, without its folder. */
  readonly file: string;
  /** The topic of all of them; empty where each has its category. */
  readonly topic: string;
  readonly author: string;
  readonly licence: string;
  readonly digest: (text: string) => string;
};

/** The draft of a candidate. Everything the source says is in it; where that does not fit a question of ours a remark says so. */
export function draftOf(given: Candidate, number: number, about: AboutSource): Draft {
  const stem = tidy(given.stem);
  const options = given.options.map(({ text, correct, why }) => ({ text: tidy(text), correct, why: tidy(why) }));
  const asked = tidy(stem.replaceAll('`', ''));
  const name = tidy(given.name.replaceAll('`', ''));
  const title = [asked, name].find((text) => text.endsWith('?') && text.length <= longestTitle) ?? toBeWritten;
  const doubt = doubtOfKey(options, given.explanation);
  const said = [given.level, ...given.tags.map((tag) => tag.split('::').at(-1) ?? '')].map((word) =>
    word.trim().toLowerCase(),
  );
  const level = levels.find((known) => said.includes(known));
  return {
    id: slugOf(stem) || slugOf(name) || `question-${number}`,
    topic:
      about.topic ||
      slugOf(given.category.split(/::|\//).at(-1) ?? '') ||
      slugOf(about.file.replace(/\.[^.]*$/, '')) ||
      'imported',
    title,
    level: level ?? toBeWritten,
    source: {
      ...{ file: tidy(about.file), place: given.place, number, key: about.digest(keyWords(stem, given, options)) },
      ...{ name: tidy(given.name), category: tidy(given.category), tags: given.tags.map(tidy), guid: tidy(given.id) },
      ...{ author: tidy(given.author) || about.author, licence: tidy(given.licence) || about.licence },
    },
    remarks: [
      ...new Set([
        ...given.remarks.map(tidy),
        ...(doubt === null ? [] : [tidy(doubt)]),
        ...(level === undefined && given.level.trim() !== ''
          ? [`The source calls its level “${tidy(given.level)}”.`]
          : []),
        ...remarksOnOptions(options),
      ]),
    ],
    stem: stem || toBeWritten,
    code: cleanText(given.code).replace(/\s+$/, ''),
    options: withGaps(options),
    answer: cleanText(given.explanation).trim() || toBeWritten,
  };
}

/** One line without what no platform shows. */
function tidy(text: string): string {
  return onOneLine(cleanText(text));
}

function keyWords(stem: string, { code, id }: Candidate, options: readonly CandidateOption[]): string {
  return [stem, code, id, ...options.map(({ text }) => text)].join('\n');
}

/** At least four options, so that what is missing has its place. */
function withGaps(options: readonly CandidateOption[]): readonly CandidateOption[] {
  const missing = Math.max(0, optionsOfItem - options.length);
  const noKey = options.length === 0;
  const gaps = Array.from({ length: missing }, (_, index) => ({
    ...{ text: toBeWritten, why: toBeWritten },
    correct: noKey && index === 0,
  }));
  return [
    ...options.map((option) => ({ ...option, text: option.text || toBeWritten, why: option.why || toBeWritten })),
    ...gaps,
  ];
}

function remarksOnOptions(options: readonly CandidateOption[]): readonly string[] {
  const right = options.filter(({ correct }) => correct).length;
  return [
    ...(right > 1 ? [`${right} options are right in the source. Keep one of them, or ask otherwise.`] : []),
    ...(options.length > optionsOfItem ? [`The source has ${options.length} options. Keep the best four.`] : []),
  ];
}
