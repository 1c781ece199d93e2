import type { Question } from '../core/question.ts';
import type { BankFile } from './bank-file.ts';
import type { Complaint } from './complaint.ts';
import { bankFile } from './place.ts';

/** Words of a title that say nothing of what it is about. */
const structural = new Set(
  [
    'a an and are as at be been between by can compute could did differ difference do does for from had has have how i in',
    'into is it its main mean of on one or should that the them then there these they this to today use used was what',
    'when where which who why will with would you your',
  ].flatMap((words) => words.split(' ')),
);

/** A phrase of a list, with its place in the file. */
type Entry = { readonly phrase: string; readonly path: readonly PropertyKey[] };

/**
 * Warnings about the words that search is told of a bank: those that stand twice, groups of synonyms of which the questions
 * use none, and names without which a title says nothing.
 */
export function lintWords({ fields, lineOf }: BankFile, questions: readonly Question[]): readonly Complaint[] {
  const remark = (path: readonly PropertyKey[], problem: string, cure: string): Complaint => {
    return { file: bankFile, line: lineOf(path), field: path.join('.'), problem, cure };
  };
  const synonyms = fields.synonyms.flatMap((group, at) =>
    group.map((phrase, index): Entry => ({ phrase, path: ['synonyms', at, index] })),
  );
  const names = (['subject', 'neighbours'] as const).flatMap((field) =>
    (fields[field] ?? []).map((phrase, index): Entry => ({ phrase, path: [field, index] })),
  );
  const said = questions.map(({ title, aliases, answer }) => ` ${wordsOf([title, ...aliases, answer].join(' | '))} `);
  const isUsed = (phrase: string) => {
    const words = ` ${wordsOf(phrase)} `;
    return said.some((each) => each.includes(words));
  };
  const contents = questions.map(({ title }) => contentOf(title));
  const unused = fields.synonyms.flatMap((group, at) =>
    group.some(isUsed) ? [] : [{ group, path: ['synonyms', at] }],
  );
  return [
    ...[...doubles(synonyms), ...doubles(names)].map(({ phrase, path }) =>
      remark(path, `“${phrase}” stands here twice.`, 'Remove one of them, or put their groups together.'),
    ),
    ...unused.map(({ group, path }) =>
      remark(path, `No question uses any of “${group.join('”, “')}”.`, 'Remove the group, or correct its words.'),
    ),
    ...names
      .filter(({ phrase }) => !isOwnName(phrase, fields.name))
      .flatMap(({ phrase, path }) => {
        const bare = questions[contents.indexOf(wordsOf(phrase))];
        if (bare === undefined) return [];
        return [
          remark(path, `“${bare.title}” says nothing but “${phrase}”.`, 'Remove the word here: it is asked for.'),
        ];
      }),
  ];
}

/** Whoever asks for the subject by its name alone asks for nothing else, and finds it. */
function isOwnName(phrase: string, name: string): boolean {
  return wordsOf(phrase) === wordsOf(name);
}

function doubles(entries: readonly Entry[]): readonly Entry[] {
  const known = new Set<string>();
  return entries.filter(({ phrase }) => known.has(phrase) || !known.add(phrase));
}

/** Its words in lower case, with single spaces. */
function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+|\|/gu) ?? []).join(' ');
}

function contentOf(title: string): string {
  return wordsOf(title)
    .split(' ')
    .filter((word) => !structural.has(word))
    .join(' ');
}
