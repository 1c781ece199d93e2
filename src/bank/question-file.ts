import { itemKey } from '../core/asked-item.ts';
import type { Question } from '../core/question.ts';
import { toBeWritten } from '../core/to-be-written.ts';
import type { Complaint } from './complaint.ts';
import type { QuestionDocument } from './document.ts';
import { parseQuestionDocument } from './document.ts';
import type { FrontMatter, FrontMatterSchema } from './front-matter.ts';
import { findDuplicateItems, itemIds } from './item-ids.ts';
import type { Fence, MarkdownRemark } from './markdown.ts';
import { parseMarkdown } from './markdown.ts';
import { placesOf } from './place.ts';
import { findReversedReleases } from './releases.ts';
import { toComplaints } from './schema-faults.ts';

/** A question together with what only the bank's tools need: its fences, proofs and line numbers. */
export type QuestionFile = {
  readonly file: string;
  /** All of the file. */
  readonly text: string;
  readonly question: Question;
  readonly fields: FrontMatter;
  /** Fences of the answer; `line` is that of the file. */
  readonly fences: readonly Fence[];
  /** What Markdown probably reads differently from what was intended; `line` is that of the file. */
  readonly doubts: readonly MarkdownRemark[];
  /** Line of the file on which the answer starts, from 1. */
  readonly answerLine: number;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/**
 * Most characters of an answer's Markdown, so that it fits into one message on every platform with its title and
 * buttons.
 */
const longestAnswer = 3000;

/** Whether a document has the fields of a question, valid or not; others with front matter do not. */
export function isQuestion(document: ReturnType<typeof parseQuestionDocument>): boolean {
  return 'markdown' in document && isMapping(document.data) && 'items' in document.data;
}

function isMapping(data: unknown): data is object {
  return typeof data === 'object' && data !== null;
}

/**
 * Parses one question file by the schema of its bank. `file` is what it is called, and `path` its path within its folder, see
 * `placesOf`; `document` is the text split already, which takes most of the time. Either the question or all complaints about it.
 */
export function parseQuestionFile(
  file: string,
  text: string,
  schema: FrontMatterSchema,
  document = parseQuestionDocument(file, text),
  path = file,
): QuestionFile | readonly Complaint[] {
  if (!('markdown' in document)) return document;
  const { lineOf } = document;
  const parsed = schema.safeParse(document.data);
  const complaints: Complaint[] = [
    ...document.losses,
    ...toComplaints(parsed.error, { file, whole: 'front matter', lineOf }),
  ];
  const answer = readAnswer(document);
  for (const { line, problem, cure } of answer.faults) complaints.push({ file, line, field: 'answer', problem, cure });
  if (!parsed.success) return complaints;
  const fields = parsed.data;
  complaints.push(...findDuplicateItems(file, fields, lineOf), ...findReversedReleases(file, fields, lineOf));
  const shown = [answer.text, ...(fields.changed ?? [])].join('').length;
  if (answer.text.length <= longestAnswer && shown > longestAnswer) {
    const problem = `It has ${shown} characters together with the answer, under which it is shown.`;
    complaints.push({
      ...{ file, line: lineOf(['changed']), field: 'changed', problem },
      cure: `Shorten one of them, to ${longestAnswer} in all.`,
    });
  }
  const [place, ...others] = placesOf(path, fields);
  if (![place, ...others].includes(path)) {
    const problem = 'The file does not stand where its fields say.';
    const cure = `Move it to ${file.slice(0, file.length - path.length)}${place}.`;
    complaints.push({ file, line: lineOf(['id']), field: 'id', problem, cure });
  }
  if (complaints.length > 0) return complaints;
  const { text: written, body, fences, doubts, line: answerLine } = answer;
  return {
    file,
    text,
    fields,
    fences,
    doubts,
    answerLine,
    lineOf,
    question: toQuestion(fields, written, body),
  };
}

type Answer = {
  readonly text: string;
  readonly body: Question['body'];
  /** Line of the file on which it starts, from 1. */
  readonly line: number;
  readonly fences: readonly Fence[];
  readonly faults: readonly MarkdownRemark[];
  readonly doubts: readonly MarkdownRemark[];
};

/** An answer that is empty or too long is not parsed. Lines are those of the file. */
function readAnswer({ markdown, markdownLine }: QuestionDocument): Answer {
  const text = markdown.trim();
  const line = markdownLine + markdown.slice(0, markdown.indexOf(text)).split('\n').length - 1;
  const unread = (problem: string, cure: string): Answer => {
    return { text, body: [], line, fences: [], faults: [{ line, problem, cure }], doubts: [] };
  };
  if (text === '') return unread('It is empty.', 'Write the answer below the second `---`.');
  if (text === toBeWritten) return unread('It is still to be written.', 'Put the answer in place of the `…`.');
  if (text.length > longestAnswer) {
    return unread(`It has ${text.length} characters.`, `Shorten it to ${longestAnswer}.`);
  }
  const { body, fences, unsupported, doubtful } = parseMarkdown(text);
  const inFile = <Place extends { readonly line: number }>(places: readonly Place[]) =>
    places.map((place) => ({ ...place, line: line + place.line - 1 }));
  return { text, body, line, fences: inFile(fences), faults: inFile(unsupported), doubts: inFile(doubtful) };
}

function toQuestion(fields: FrontMatter, answer: string, body: Question['body']): Question {
  const { id, seed = null, title, aliases, errors, topic, level, references, changed, points, related } = fields;
  const ids = itemIds(fields.items);
  const items = fields.items.map(({ level: own, stem, code, options, conflicts }, index) => ({
    id: ids[index] ?? '',
    stem,
    ...(code === undefined ? {} : { code }),
    options: options.map(({ text, correct = false, why }) => ({ text, correct, why })),
    ...(own === undefined ? {} : { level: own }),
    ...(conflicts === undefined ? {} : { conflicts: conflicts.map((named) => keyOf(named, id)) }),
  }));
  const more = {
    ...(changed === undefined ? {} : { changed }),
    ...(points === undefined ? {} : { points }),
    ...(related === undefined ? {} : { related }),
  };
  return { id, seed, title, aliases, errors, topic, level, references, items, answer, body, ...more };
}

/** The key of an item that is named as `question/item`, or by its id alone within its own question. */
function keyOf(named: string, own: string): string {
  const [item = '', question = own] = named.split('/').toReversed();
  return itemKey(question, item);
}
