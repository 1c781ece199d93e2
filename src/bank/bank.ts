import { readFile } from 'node:fs/promises';
import type { Bank, NamedTopic } from '../core/bank.ts';
import { Fault } from '../core/fault.ts';
import type { BankFile } from './bank-file.ts';
import { deriveBankFile, parseBankFile } from './bank-file.ts';
import type { Complaint } from './complaint.ts';
import { sortComplaints } from './complaint.ts';
import { findUnknownConflicts, remarkOnConflicts, remarkOnNearDoubles } from './conflicts.ts';
import { decodeQuestionFile } from './decode.ts';
import { parseQuestionDocument } from './document.ts';
import { isDraft } from './drafts/is-draft.ts';
import { findDuplicates } from './duplicates.ts';
import type { FrontMatterSchema } from './front-matter.ts';
import { frontMatterOf } from './front-matter.ts';
import { lintItems } from './lint.ts';
import { lintWords } from './lint-words.ts';
import type { ListedFile } from './listed-file.ts';
import { listFolders } from './listed-file.ts';
import { withMoreTopics } from './more-topics.ts';
import type { BankFolder } from './place.ts';
import { bankFile, foldersOf, remarkOnRoot, topicFolder } from './place.ts';
import type { QuestionFile } from './question-file.ts';
import { isQuestion, parseQuestionFile } from './question-file.ts';
import { remarkOnRelated } from './related.ts';
import { idInName, withoutReplaced } from './replaced.ts';
import { lintSnippets } from './snippets.ts';
import { remarkOn } from './style.ts';
import { lintTells } from './tells/tells.ts';
import { findUnknownExamples, toBank } from './to-bank.ts';

export type BankReport = {
  /** What the bot may use; null if there is a fault. */
  readonly bank: Bank | null;
  readonly files: readonly QuestionFile[];
  /** What a question may be about, also while a file has a fault. */
  readonly topics: readonly NamedTopic[];
  /** Faults: a bank with any of them is not used. */
  readonly complaints: readonly Complaint[];
  /** Warnings: worth fixing, but the bot starts all the same. */
  readonly warnings: readonly Complaint[];
  /** What is as somebody probably wants it, and good to know: questions that take the place of others. */
  readonly notes: readonly Complaint[];
  /** Files that are not questions yet, see `isDraft`: nothing of them is asked or found. */
  readonly drafts: readonly string[];
  /** Paths of files below the folder that do not belong to the bank. */
  readonly others: readonly string[];
};

/** Common documents in repositories that are not questions, in any case. */
const papers = /^(readme|licen[cs]e|contributing|changelog|code_of_conduct|security|notice|authors)\b/i;

/** A Markdown file of the bank's folder: its text, or what is wrong with its bytes. */
type Read = Omit<ListedFile, 'location'> & { readonly text: string | readonly Complaint[] };

/** The same, split: whether it is a question and what it asks are told by one reading of its YAML. */
type Split = Read & { readonly document: ReturnType<typeof parseQuestionDocument> };

/**
 * Reads a bank: its `bank.yaml`, and every question file below its folder in order of path, and collects all complaints at
 * once. Question files are the `.md` files in a folder named after a topic, except README and the like, and any other with
 * the fields of a question. Without a `bank.yaml` the folders of the questions are the topics, and a warning says so.
 * Of several folders the first is the bank's own; the others add topics and questions, and a question with an id that an earlier
 * folder has takes its place. Rejects with a Fault if a folder cannot be read or all contain no question.
 */
export async function readBank(directory: string): Promise<BankReport> {
  const report = await readFolders(foldersOf(directory));
  return { ...report, warnings: sortComplaints([...remarkOnRoot(directory), ...report.warnings]) };
}

/** The same of folders that are known already. */
export async function readFolders(folders: readonly BankFolder[]): Promise<BankReport> {
  const listed = await listFolders(folders);
  const texts = await Promise.all(listed.filter(({ path }) => /\.md$/i.test(path)).map(readText));
  const drafts = new Set(texts.filter(({ text }) => typeof text === 'string' && isDraft(text)).map(({ file }) => file));
  const documents = texts.filter(({ file }) => !drafts.has(file)).map(split);
  const about = await readAll(folders, listed, documents);
  const known = 'fields' in about ? about.fields.topics.map(({ id }) => id) : topicFolders(documents);
  const schema = frontMatterOf(known);
  const found = documents.flatMap((document) => {
    const result = toQuestion(document, schema, known);
    return result === null ? [] : [{ folder: document.folder, file: document.file, result }];
  });
  const { inUse: results, notes } = withoutReplaced(found);
  const read = results.map(({ result }) => result);
  if (read.length === 0) {
    throw new Fault(
      'bank-empty',
      `The question bank in ${folders.map(({ root }) => root).join(' and ')} holds no question.`,
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
    ...withoutBankFile(folders, listed, known),
    ...('fields' in about ? lintWords(about, questions) : []),
    ...lintTells(files),
    ...remarkOnRelated(files, new Set(idsOf(results))),
    ...remarkOnConflicts(files, new Set(idsOf(results))),
    ...remarkOnNearDoubles(files),
    ...files.flatMap(remarkOn),
  ];
  const own = new Set(found.map(({ file }) => file));
  return {
    bank: complaints.length === 0 && 'fields' in about ? toBank(about, questions) : null,
    files,
    topics: 'fields' in about ? about.fields.topics : [],
    complaints: sortComplaints(complaints),
    warnings: sortComplaints(warnings),
    notes: sortComplaints(notes),
    drafts: [...drafts],
    others: listed.flatMap(({ path, file }) => (path === bankFile || own.has(file) || drafts.has(file) ? [] : [file])),
  };
}

/** The ids that the files' names say: a file with a fault is a question all the same. */
function idsOf(results: readonly { readonly file: string }[]): readonly string[] {
  return results.map(({ file }) => idInName(file));
}

async function readText({ location, ...about }: ListedFile): Promise<Read> {
  const { file } = about;
  try {
    return { ...about, text: decodeQuestionFile(file, await readFile(location)) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const problem = `It cannot be read (${error.code}).`;
    return { ...about, text: [{ file, line: 1, field: 'file', problem, cure: 'Check that the bot may read it.' }] };
  }
}

function split(read: Read): Split {
  const { file, text } = read;
  return { ...read, document: typeof text === 'string' ? parseQuestionDocument(file, text) : text };
}

/** The folders in which questions stand. */
function topicFolders(documents: readonly Split[]): readonly string[] {
  const folders = documents.flatMap(({ path, document }) => {
    const folder = isQuestion(document) ? topicFolder(path) : null;
    return folder === null ? [] : [folder];
  });
  return [...new Set(folders)].toSorted();
}

/** What the folders say about the bank together; what one does not say, the folders of its questions do. */
async function readAll(
  folders: readonly BankFolder[],
  listed: readonly ListedFile[],
  documents: readonly Split[],
): Promise<BankFile | readonly Complaint[]> {
  const all = await Promise.all(
    folders.map(async (folder, no) => {
      const topics = topicFolders(documents.filter((document) => document.folder === folder));
      const given = listed.find((file) => file.folder === folder && file.path === bankFile);
      // One that only adds to a bank may have no question yet.
      if (given === undefined && topics.length === 0 && no > 0) return [];
      return [{ folder, about: given === undefined ? deriveBankFile(topics) : await readAbout(given) }];
    }),
  );
  const abouts = all.flat();
  const complaints = abouts.flatMap(({ about }) => ('fields' in about ? [] : about));
  const [first, ...others] = abouts.flatMap(({ folder, about }) => ('fields' in about ? [{ folder, about }] : []));
  return complaints.length > 0 || first === undefined ? complaints : withMoreTopics([first, ...others]);
}

async function readAbout(given: ListedFile): Promise<BankFile | readonly Complaint[]> {
  const { text } = await readText(given);
  const about = typeof text === 'string' ? parseBankFile(text) : text;
  return 'fields' in about ? about : about.map((complaint) => ({ ...complaint, file: given.file }));
}

/** A warning where the bank's own folder has no `bank.yaml`; the others need none. */
function withoutBankFile(
  [own]: readonly BankFolder[],
  listed: readonly ListedFile[],
  topics: readonly string[],
): readonly Complaint[] {
  const paths = listed.filter(({ folder }) => folder === own).map(({ path }) => path);
  if (paths.includes(bankFile)) return [];
  const misnamed = paths.find((path) => /^bank\.ya?ml$/i.test(path));
  const taken = `The topics are taken from the folders (${topics.join(', ')}), and the subject has no name.`;
  return [
    {
      ...{ file: bankFile, line: 1, field: 'file', problem: `There is none. ${taken}` },
      cure: misnamed === undefined ? 'Write one, as docs/writing-questions.md shows.' : `Give ${misnamed} this name.`,
    },
  ];
}

/** Null if the file is not a question file. */
function toQuestion(
  { path, file, text, document }: Split,
  schema: FrontMatterSchema,
  topics: readonly string[],
): QuestionFile | readonly Complaint[] | null {
  const isOurs = topics.includes(topicFolder(path) ?? '') && !papers.test(path.split('/').at(-1) ?? '');
  if (typeof text !== 'string') return isOurs ? text : null;
  return isOurs || isQuestion(document) ? parseQuestionFile(file, text, schema, document, path) : null;
}
