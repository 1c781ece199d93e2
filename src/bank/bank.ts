import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../core/fault.ts';
import type { Question } from '../core/question.ts';
import type { Complaint } from './complaint.ts';
import { formatComplaint, sortComplaints } from './complaint.ts';
import { lintItems } from './lint.ts';
import type { QuestionFile } from './question-file.ts';
import { parseQuestionFile } from './question-file.ts';
import { lintSnippets } from './snippets.ts';

export type BankReport = {
  readonly files: readonly QuestionFile[];
  readonly complaints: readonly Complaint[];
};

/** How many complaints a failed start names before it points to `bank check`. */
const shownAtStart = 5;

/**
 * Reads every `.md` file below a directory, in the order of their paths, and collects all complaints at once.
 * Rejects with a Fault when the directory cannot be read or holds no question.
 */
export async function readBank(directory: string): Promise<BankReport> {
  const paths = await listFiles(directory);
  const parsed = await Promise.all(
    paths.map(async (path) => parseQuestionFile(path, await readFile(join(directory, path), 'utf8'))),
  );
  const files = parsed.filter((result) => 'question' in result);
  const complaints = [
    ...parsed.flatMap((result) => ('question' in result ? [] : result)),
    ...findTwins(files),
    ...files.flatMap(lintItems),
    ...files.flatMap(lintSnippets),
  ];
  return { files, complaints: sortComplaints(complaints) };
}

/** The questions of a bank that has no fault. Rejects with a Fault that names file, line, field and cure otherwise. */
export async function loadBank(directory: string): Promise<readonly Question[]> {
  const { files, complaints } = await readBank(directory);
  if (complaints.length > 0) {
    const more = complaints.length > shownAtStart ? `\n… and ${complaints.length - shownAtStart} more.` : '';
    const list = complaints.slice(0, shownAtStart).map(formatComplaint).join('\n');
    throw new Fault(
      'bank-invalid',
      `The question bank in ${directory} has faults:\n${list}${more}`,
      'Mend them; `npm run bank -- check` lists them all.',
    );
  }
  return files.map(({ question }) => question);
}

async function listFiles(directory: string): Promise<readonly string[]> {
  const found = await stat(directory).catch(() => null);
  if (found === null || !found.isDirectory()) {
    throw new Fault(
      'bank-missing',
      `There is no question bank at ${directory}.`,
      'Set BANK_DIR to a folder of question files, or leave it out to use the one that comes with the bot.',
    );
  }
  const paths = (await Array.fromAsync(glob('**/*.md', { cwd: directory })))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
  if (paths.length === 0) {
    throw new Fault(
      'bank-empty',
      `The question bank in ${directory} holds no question.`,
      'Add files as docs/writing-questions.md describes, or leave BANK_DIR out.',
    );
  }
  return paths;
}

function findTwins(files: readonly QuestionFile[]): readonly Complaint[] {
  const complaints: Complaint[] = [];
  for (const field of ['id', 'seed', 'title'] as const) {
    const first = new Map<string, string>();
    for (const { file, question, lineOf } of files) {
      const value = question[field];
      if (value === null) continue;
      const key = String(value).toLowerCase();
      const other = first.get(key);
      if (other === undefined) first.set(key, file);
      else
        complaints.push({
          file,
          line: lineOf([field]),
          field,
          problem: `${other} has the same ${field}.`,
          cure: 'Change one of them.',
        });
    }
  }
  return complaints;
}
