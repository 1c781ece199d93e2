import { watch } from 'node:fs';
import type { Question } from '../core/question.ts';
import { readBank } from './bank.ts';
import type { Complaint } from './complaint.ts';

/** What became of an edit: a bank without a fault, or all that is wrong with it. */
export type BankEdit =
  | { readonly kind: 'changed'; readonly questions: readonly Question[] }
  | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/** Editors save in several steps; a bank is read when nothing has changed for this long, in ms. */
const quiet = 150;

/**
 * Tells of every edit of the question files below a directory, until the function that it gives is called. Edits that
 * come while the bank is being read are read after it.
 */
export function watchBank(directory: string, listener: (edit: BankEdit) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> = Promise.resolve();
  const watcher = watch(directory, { recursive: true }, (_, file) => {
    if (file !== null && !file.endsWith('.md')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      reading = reading.then(() => read(directory, listener));
    }, quiet);
  });
  // A folder that was removed is an edit like any other: what is wrong is told when it is read.
  watcher.on('error', () => {});
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

async function read(directory: string, listener: (edit: BankEdit) => void): Promise<void> {
  try {
    const { files, complaints } = await readBank(directory);
    if (complaints.length > 0) listener({ kind: 'broken', complaints });
    else listener({ kind: 'changed', questions: files.map(({ question }) => question) });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    listener({
      kind: 'broken',
      complaints: [{ file: directory, line: 1, field: '', problem, cure: 'Put the question files back.' }],
    });
  }
}
