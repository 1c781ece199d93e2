import { asRead } from './as-read.ts';
import type { Complaint } from './complaint.ts';
import type { Place } from './foreign-markup.ts';
import { findForeignMarkup } from './foreign-markup.ts';
import type { FrontMatter } from './front-matter.ts';
import type { QuestionFile } from './question-file.ts';
import { proseLength } from './tells/prose-item.ts';

type Item = FrontMatter['items'][number];

/** A remark of a rule about a file; `path` is that of a field, empty for the answer. */
type Remark = {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
  readonly cure: string;
};

/** Highest ratio of the longest to the shortest option of a prose item: a longer one stands out before it is read. */
const mostUneven = 1.3;

/** Words of an answer without its code: fewer explain nothing, more are not read in a chat. */
const proseWords = { least: 60, most: 200 };

/** Words of an answer's first sentence that can still be said in one breath. */
const mostToSay = 25;

/** What fits next to four buttons on a phone. */
const itemCode = { lines: 12, columns: 60 };

/** Fewest alternative phrasings that search needs. */
const fewestAliases = 4;

const sweeping = /\b(always|never|only)\b/i;

const fileRules: readonly ((file: QuestionFile) => readonly Remark[])[] = [
  headings,
  marksOfPoints,
  aliasCount,
  repeatedAliases,
  wordCount,
  longFirstSentence,
];

/** Rules about one item; `at` is its path. */
const itemRules: readonly ((item: Item, at: readonly PropertyKey[]) => readonly Remark[])[] = [
  missingId,
  foreignMarksOfItem,
  openBackTicksOfItem,
  unevenOptions,
  oneSweepingOption,
  wideCode,
];

/** All warnings about a file: style, and markup of other systems. The question can be shown despite them. */
export function remarkOn(file: QuestionFile): readonly Complaint[] {
  const remarks = [
    ...fileRules.flatMap((rule) => rule(file)),
    ...file.fields.items.flatMap((item, index) => itemRules.flatMap((rule) => rule(item, ['items', index]))),
  ];
  return [
    ...remarks.map(({ path, problem, cure }): Complaint => {
      const line = path.length === 0 ? file.answerLine : file.lineOf(path);
      return { file: file.file, line, field: path.join('.') || 'answer', problem, cure };
    }),
    ...file.doubts.map((doubt) => ({ file: file.file, field: 'answer', ...doubt })),
  ];
}

function headings({ fields: { title, aliases: others, references } }: QuestionFile): readonly Remark[] {
  return [
    ...foreignMarks(title, 'heading', ['title']),
    ...others.flatMap((alias, index) => foreignMarks(alias, 'heading', ['aliases', index])),
    ...references.flatMap(({ title: name }, index) => foreignMarks(name, 'heading', ['references', index, 'title'])),
  ];
}

function marksOfPoints({ fields: { points = [] } }: QuestionFile): readonly Remark[] {
  const texts = points.map((text, index) => ({ text, path: ['points', index] }));
  return [...texts.flatMap(({ text, path }) => foreignMarks(text, 'sentence', path)), ...openBackTicks(texts)];
}

/** Without an id, an item is identified by its words. */
function missingId({ id }: Item, at: readonly PropertyKey[]): readonly Remark[] {
  if (id !== undefined) return [];
  const problem = 'It has no id, so that with other words in its stem or code it counts as another item.';
  return [{ path: at, problem, cure: 'Add a short name that stays, such as `id: output-size`.' }];
}

function foreignMarksOfItem({ stem, options }: Item, at: readonly PropertyKey[]): readonly Remark[] {
  return [
    ...foreignMarks(stem, 'sentence', [...at, 'stem']),
    ...options.flatMap(({ text, why }, index) => [
      ...foreignMarks(text, 'option', [...at, 'options', index, 'text']),
      ...foreignMarks(why, 'sentence', [...at, 'options', index, 'why']),
    ]),
  ];
}

function foreignMarks(text: string, place: Place, path: readonly PropertyKey[]): readonly Remark[] {
  return findForeignMarkup(text, place).map((leftover) => ({ path, ...leftover }));
}

function openBackTicksOfItem({ stem, options }: Item, at: readonly PropertyKey[]): readonly Remark[] {
  return openBackTicks([
    { text: stem, path: [...at, 'stem'] },
    ...options.flatMap(({ text, why }, index) => [
      { text, path: [...at, 'options', index, 'text'] },
      { text: why, path: [...at, 'options', index, 'why'] },
    ]),
  ]);
}

function openBackTicks(
  texts: readonly { readonly text: string; readonly path: readonly PropertyKey[] }[],
): readonly Remark[] {
  return texts
    .filter(({ text }) => text.split('`').length % 2 === 0)
    .map(({ path }) => ({ path, problem: 'A back-tick has no partner.', cure: 'Close it or remove it.' }));
}

function unevenOptions({ options }: Item, at: readonly PropertyKey[]): readonly Remark[] {
  const lengths = options.map(({ text }) => [...text].length);
  const longest = Math.max(...lengths);
  const ratio = longest / Math.min(...lengths);
  if (longest <= proseLength || ratio <= mostUneven) return [];
  const problem = `The longest option is ${ratio.toFixed(2)} times the shortest.`;
  return [{ path: [...at, 'options'], problem, cure: `Even them out to ${mostUneven} at most.` }];
}

function oneSweepingOption({ options }: Item, at: readonly PropertyKey[]): readonly Remark[] {
  const places = options.flatMap(({ text }, index) => (sweeping.test(text) ? [index] : []));
  const [place] = places;
  if (place === undefined || places.length > 1) return [];
  const [word = ''] = sweeping.exec(options[place]?.text ?? '') ?? [];
  const cure = 'Say it otherwise, or in another option as well: people learn to rule such options out.';
  return [{ path: [...at, 'options', place, 'text'], problem: `Only this option says “${word}”.`, cure }];
}

function wideCode({ code }: Item, at: readonly PropertyKey[]): readonly Remark[] {
  const lines = code?.split('\n') ?? [];
  const columns = Math.max(0, ...lines.map((line) => [...line].length));
  if (lines.length <= itemCode.lines && columns <= itemCode.columns) return [];
  const count = lines.length === 1 ? '1 line' : `${lines.length} lines`;
  const problem = `The code has ${count} of up to ${columns} columns.`;
  const cure = `Shorten it to ${itemCode.lines} lines of ${itemCode.columns} columns.`;
  return [{ path: [...at, 'code'], problem, cure }];
}

function aliasCount({ fields }: QuestionFile): readonly Remark[] {
  const count = fields.aliases.length;
  if (count >= fewestAliases) return [];
  const problem = `There ${count === 1 ? 'is 1' : `are ${count}`}.`;
  return [{ path: ['aliases'], problem, cure: `Write ${fewestAliases} other ways to ask it, or more.` }];
}

function repeatedAliases({ fields }: QuestionFile): readonly Remark[] {
  const said = [fields.title, ...fields.aliases].map(asRead);
  return fields.aliases.flatMap((alias, index) => {
    if (said.indexOf(asRead(alias)) === index + 1) return [];
    return [{ path: ['aliases', index], problem: 'It stands here twice.', cure: 'Remove one of them.' }];
  });
}

function wordCount({ question }: QuestionFile): readonly Remark[] {
  const count = wordsOf(proseOf(question));
  if (count >= proseWords.least && count <= proseWords.most) return [];
  const cure = `Write ${proseWords.least} to ${proseWords.most}, without the code.`;
  return [{ path: [], problem: `The answer has ${count} words.`, cure }];
}

function longFirstSentence({ question }: QuestionFile): readonly Remark[] {
  const [paragraph = ''] = proseOf(question)
    .trim()
    .split(/\n\s*\n/);
  const [first = ''] = paragraph.split(/(?<=[.!?])\s/);
  const count = wordsOf(first);
  if (count <= mostToSay) return [];
  const problem = `The first sentence has ${count} words.`;
  return [{ path: [], problem, cure: `Say the answer in ${mostToSay} or fewer, and the rest behind it.` }];
}

/** An answer without its code blocks. */
function proseOf({ answer }: QuestionFile['question']): string {
  return answer.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, '');
}

function wordsOf(text: string): number {
  return text.match(/\p{L}[\p{L}\p{N}'’_.-]*/gu)?.length ?? 0;
}
