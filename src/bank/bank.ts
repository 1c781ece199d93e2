import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../core/fault.ts';
import { topics } from '../core/question.ts';
import type { Complaint } from './complaint.ts';
import { sortComplaints } from './complaint.ts';
import { decodeQuestionFile } from './decode.ts';
import { findDuplicates } from './duplicates.ts';
import { lintItems } from './lint.ts';
import { listBank } from './list-files.ts';
import { lintLongest } from './longest-option.ts';
import type { QuestionFile } from './question-file.ts';
import { isQuestion, parseQuestionFile } from './question-file.ts';
import { lintSnippets } from './snippets.ts';
import { remarkOn } from './style.ts';

export type BankReport = {
  readonly files: readonly QuestionFile[];
  /** Faults: a bank with any of them is not used. */
  readonly complaints: readonly Complaint[];
  /** Warnings: worth fixing, but the bot starts all the same. */
  readonly warnings: readonly Complaint[];
  /** Paths of files below the folder that are not question files. */
  readonly others: readonly string[];
};

/** Common documents in repositories that are not questions, in any case. */
const papers = /^(readme|licen[cs]e|contributing|changelog|code_of_conduct|security|notice|authors)\b/i;

/**
 * Reads every question file below a directory, in order of path, and collects all complaints at once. Question files
 * are the `.md` files in a folder named after a topic, except README and the like, and any other with the fields of a
 * question. Rejects with a Fault if the directory cannot be read or contains no question.
 */
export async function readBank(directory: string): Promise<BankReport> {
  const paths = await listBank(directory);
  const results = await Promise.all(paths.map((path) => readQuestion(directory, path)));
  const read = results.filter((result) => result !== null);
  if (read.length === 0) {
    throw new Fault(
      'bank-empty',
      `The question bank in ${directory} holds no question.`,
      'Add files as docs/writing-questions.md describes, or leave BANK_DIR out.',
    );
  }
  const files = read.filter((result) => 'question' in result);
  const complaints = [
    ...read.flatMap((result) => ('question' in result ? [] : result)),
    ...findDuplicates(files),
    ...files.flatMap(lintItems),
    ...files.flatMap(lintSnippets),
  ];
  const warnings = [...lintLongest(files), ...files.flatMap(remarkOn)];
  return {
    files,
    complaints: sortComplaints(complaints),
    warnings: sortComplaints(warnings),
    others: paths.filter((_, index) => results[index] === null),
  };
}

/** Null if the file is not a question file. */
async function readQuestion(directory: string, file: string): Promise<QuestionFile | readonly Complaint[] | null> {
  if (!/\.md$/i.test(file)) return null;
  const isOurs = isInTopic(file);
  try {
    const text = decodeQuestionFile(file, await readFile(join(directory, file)));
    if (typeof text !== 'string') return isOurs ? text : null;
    return isOurs || isQuestion(text) ? parseQuestionFile(file, text) : null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const problem = `It cannot be read (${error.code}).`;
    return isOurs ? [{ file, line: 1, field: 'file', problem, cure: 'Check that the bot may read it.' }] : null;
  }
}

function isInTopic(file: string): boolean {
  const folders = file.split('/');
  const name = folders.pop() ?? '';
  return topics.some((topic) => topic === folders[0]) && !papers.test(name);
}
