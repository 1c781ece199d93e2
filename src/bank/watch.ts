import type { FSWatcher } from 'node:fs';
import { statSync, watch } from 'node:fs';
import { Fault } from '../core/fault.ts';
import type { Question } from '../core/question.ts';
import { readBank } from './bank.ts';
import type { Complaint } from './complaint.ts';

/** Editors write a file in several steps, and tools many files; this long (ms) after the last of them all is read. */
const settling = 150;

/** What became of an edit: a bank without a fault, with what should be mended all the same, or what is to be mended while the last good one stays. */
export type BankEdit =
  | { readonly kind: 'changed'; readonly questions: readonly Question[]; readonly warnings: readonly Complaint[] }
  | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/**
 * Reads the bank anew whenever one of its files changes, and tells what became of it, one edit after the other, until
 * the function that it gives is called. Never throws: a folder that cannot be watched is told as a complaint.
 */
export function watchBank(directory: string, tell: (edit: BankEdit) => void): () => void {
  let waiting: NodeJS.Timeout | undefined;
  let reading: Promise<void> = Promise.resolve();
  let stopped = false;

  function tellUnlessStopped(edit: BankEdit): void {
    if (!stopped) tell(edit);
  }

  function note(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      reading = reading.then(async () => tellUnlessStopped(await toEdit(directory)));
    }, settling);
  }

  let watcher: FSWatcher | null = null;
  try {
    // Watching what is not there is no error on every system.
    statSync(directory);
    watcher = watch(directory, { recursive: true });
    watcher.on('change', note);
    watcher.on('error', () => tellUnlessStopped(unwatched(directory)));
  } catch {
    // Whoever called hears of it like of any other edit, once they can.
    waiting = setTimeout(() => tellUnlessStopped(unwatched(directory)), 0);
  }
  return () => {
    stopped = true;
    clearTimeout(waiting);
    watcher?.close();
  };
}

/** A bank that cannot be read at all has one fault, of the whole folder. */
async function toEdit(directory: string): Promise<BankEdit> {
  try {
    const { files, complaints, warnings } = await readBank(directory);
    if (complaints.length > 0) return { kind: 'broken', complaints };
    return { kind: 'changed', questions: files.map(({ question }) => question), warnings };
  } catch (error) {
    if (error instanceof Fault) return ofFolder(directory, error.message, error.hint);
    return ofFolder(
      directory,
      'A file could not be read.',
      'Check that all files may be read; saving one tries again.',
    );
  }
}

function unwatched(directory: string): BankEdit {
  return ofFolder(directory, 'The folder cannot be watched.', 'Start the bot again to see an edit.');
}

function ofFolder(directory: string, problem: string, cure: string): BankEdit {
  return { kind: 'broken', complaints: [{ file: directory, line: 1, field: 'answer', problem, cure }] };
}
