import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bank } from '../core/bank.ts';
import { Fault } from '../core/fault.ts';
import type { BankFile } from './bank-file.ts';
import { deriveBankFile, parseBankFile } from './bank-file.ts';
import type { Complaint } from './complaint.ts';
import { sortComplaints } from './complaint.ts';
import { findUnknownConflicts, remarkOnConflicts, remarkOnNearDoubles } from './conflicts.ts';
import { decodeQuestionFile } from './decode.ts';
import { parseQuestionDocument } from './document.ts';
import { findDuplicates } from './duplicates.ts';
import type { FrontMatterSchema } from './front-matter.ts';
import { frontMatterOf } from './front-matter.ts';
import { lintItems } from './lint.ts';
import { lintWords } from './lint-words.ts';
import { listBank } from './list-files.ts';
import { bankFile, remarkOnRoot, rootOf, topicFolder } from './place.ts';
import type { QuestionFile } from './question-file.ts';
import { isQuestion, parseQuestionFile } from './question-file.ts';
import { remarkOnRelated } from './related.ts';
import { lintSnippets } from './snippets.ts';
import { remarkOn } from './style.ts';
import { lintTells } from './tells/tells.ts';
import { findUnknownExamples, toBank } from './to-bank.ts';

export type BankReport = {
  /** What the bot may use; null if there is a fault. */
  readonly bank: Bank | null;
  readonly files: readonly QuestionFile[];
  /** Faults: a bank with any of them is not used. */
  readonly complaints: readonly Complaint[];
  /** Warnings: worth fixing, but the bot starts all the same. */
  readonly warnings: readonly Complaint[];
  /** Paths of files below the folder that do not belong to the bank. */
  readonly others: readonly string[];
};

/** Common documents in repositories that are not questions, in any case. */
const papers = /^(readme|licen[cs]e|contributing|changelog|code_of_conduct|security|notice|authors)\b/i;

/** A Markdown file of the bank's folder: its text, or what is wrong with its bytes. */
type Read = { readonly file: string; readonly text: string | readonly Complaint[] };

/** The same, split: whether it is a question and what it asks are told by one reading of its YAML. */
type Split = Read & { readonly document: ReturnType<typeof parseQuestionDocument> };

/**
 * Reads a bank: its `bank.yaml`, and every question file below its folder in order of path, and collects all complaints at
 * once. Question files are the `.md` files in a folder named after a topic, except README and the like, and any other with
 * the fields of a question. Without a `bank.yaml` the folders of the questions are the topics, and a warning says so.
 * Rejects with a Fault if the directory cannot be read or contains no question.
 */
export async function readBank(directory: string): Promise<BankReport> {
  const root = rootOf(directory);
  const paths = await listBank(root);
  const texts = await Promise.all(paths.filter((path) => /\.md$/i.test(path)).map((path) => readText(root, path)));
  const documents = texts.map(split);
  const folders = foldersOf(documents);
  const about = await readAbout(root, paths, folders);
  const known = 'fields' in about ? about.fields.topics.map(({ id }) => id) : folders;
  const schema = frontMatterOf(known);
  const results = documents.map((read) => ({ file: read.file, result: toQuestion(read, schema, known) }));
  const read = results.flatMap(({ result }) => (result === null ? [] : [result]));
  if (read.length === 0) {
    throw new Fault(
      'bank-empty',
      `The question bank in ${directory} holds no question.`,
      'Add files as docs/writing-questions.md describes, or leave BANK_DIR out.',
    );
  }
  const files = read.filter((result) => 'question' in result);
  const questions = files.map(({ question }) => question);
  const complaints = [
    ...('fields' in about ? findUnknownExamples(about, new Set(idsOf(results))) : about),
    ...read.flatMap((result) => ('question' in result ? [] : result)),
    ...findDuplicates(files),
    ...findUnknownConflicts(files),
    ...files.flatMap(lintItems),
    ...files.flatMap(lintSnippets),
  ];
  const warnings = [
    ...remarkOnRoot(directory),
    ...(paths.includes(bankFile) ? [] : [withoutBankFile(paths, known)]),
    ...('fields' in about ? lintWords(about, questions) : []),
    ...lintTells(files),
    ...remarkOnRelated(files, new Set(idsOf(results))),
    ...remarkOnConflicts(files, new Set(idsOf(results))),
    ...remarkOnNearDoubles(files),
    ...files.flatMap(remarkOn),
  ];
  const own = new Set([bankFile, ...results.flatMap(({ file, result }) => (result === null ? [] : [file]))]);
  return {
    bank: complaints.length === 0 && 'fields' in about ? toBank(about, questions) : null,
    files,
    complaints: sortComplaints(complaints),
    warnings: sortComplaints(warnings),
    others: paths.filter((path) => !own.has(path)),
  };
}

/** The ids that the files' names say: a file with a fault is a question all the same. */
function idsOf(results: readonly { readonly file: string; readonly result: object | null }[]): readonly string[] {
  return results.flatMap(({ file, result }) =>
    result === null ? [] : [(file.split('/').at(-1) ?? '').replace(/\.md$/i, '')],
  );
}

async function readText(root: string, file: string): Promise<Read> {
  try {
    return { file, text: decodeQuestionFile(file, await readFile(join(root, file))) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const problem = `It cannot be read (${error.code}).`;
    return { file, text: [{ file, line: 1, field: 'file', problem, cure: 'Check that the bot may read it.' }] };
  }
}

function split({ file, text }: Read): Split {
  return { file, text, document: typeof text === 'string' ? parseQuestionDocument(file, text) : text };
}

/** The folders in which questions stand. */
function foldersOf(documents: readonly Split[]): readonly string[] {
  const folders = documents.flatMap(({ file, document }) => {
    const folder = isQuestion(document) ? topicFolder(file) : null;
    return folder === null ? [] : [folder];
  });
  return [...new Set(folders)].toSorted();
}

/** What the bank says about itself; where it says nothing, what its folders say. */
async function readAbout(
  root: string,
  paths: readonly string[],
  folders: readonly string[],
): Promise<BankFile | readonly Complaint[]> {
  if (!paths.includes(bankFile)) return deriveBankFile(folders);
  const { text } = await readText(root, bankFile);
  return typeof text === 'string' ? parseBankFile(text) : text;
}

function withoutBankFile(paths: readonly string[], topics: readonly string[]): Complaint {
  const misnamed = paths.find((path) => /^bank\.ya?ml$/i.test(path));
  const taken = `The topics are taken from the folders (${topics.join(', ')}), and the subject has no name.`;
  return {
    ...{ file: bankFile, line: 1, field: 'file', problem: `There is none. ${taken}` },
    cure: misnamed === undefined ? 'Write one, as docs/writing-questions.md shows.' : `Give ${misnamed} this name.`,
  };
}

/** Null if the file is not a question file. */
function toQuestion(
  { file, text, document }: Split,
  schema: FrontMatterSchema,
  topics: readonly string[],
): QuestionFile | readonly Complaint[] | null {
  const isOurs = topics.includes(topicFolder(file) ?? '') && !papers.test(file.split('/').at(-1) ?? '');
  if (typeof text !== 'string') return isOurs ? text : null;
  return isOurs || isQuestion(document) ? parseQuestionFile(file, text, schema, document) : null;
}
