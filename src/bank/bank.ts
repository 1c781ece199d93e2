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
  /** Faults: with any of them the bank is not used. */
  readonly complaints: readonly Complaint[];
  /** What should be mended, too, and keeps no bot from starting. */
  readonly warnings: readonly Complaint[];
  /** Files below the folder that are no question files, by their paths. */
  readonly others: readonly string[];
};

/** Papers that stand in many folders and are no question, whatever their case. */
const papers = /^(readme|licen[cs]e|contributing|changelog|code_of_conduct|security|notice|authors)\b/i;

/**
 * Reads every question file below a directory, in the order of their paths, and collects all complaints at once. Those
 * are the `.md` files in a folder that is named after a topic, save README and its like, and every other one whose fields
 * are those of a question. Rejects with a Fault when the directory cannot be read or holds no question.
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

/** Null for a file that is none of ours. */
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
