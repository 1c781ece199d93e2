import type { FSWatcher } from 'node:fs';
import { statSync, watch } from 'node:fs';
import type { Bank } from '../core/bank.ts';
import { Fault } from '../core/fault.ts';
import type { Complaint } from './complaint.ts';
import { foldersOf } from './place.ts';

/**
 * Editors write a file in several steps, and tools write many files; the bank is read this long (ms) after the last
 * change.
 */
const settling = 150;

/** How often (ms) to check that the folder is still the same one. */
const lookInterval = 1000;

/**
 * The result of an edit: a bank without faults and its warnings, or what to fix while the last good bank stays in use.
 */
export type BankEdit =
  | { readonly kind: 'changed'; readonly bank: Bank; readonly warnings: readonly Complaint[] }
  | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/**
 * Re-reads the bank whenever one of its files changes, `bank.yaml` among them, and reports the result, one edit after the other, until the
 * returned function is called. A folder that is deleted and recreated, or replaced by another, is noticed within a
 * second. All folders of a bank are watched alike. Never throws: a folder that cannot be watched is reported as a complaint.
 */
export function watchBank(directory: string, tell: (edit: BankEdit) => void): () => void {
  let waiting: NodeJS.Timeout | undefined;
  let reading: Promise<void> = Promise.resolve();
  let stopped = false;
  const watched = new Map<string, { readonly identity: string | null; readonly watcher: FSWatcher | null }>();

  function tellUnlessStopped(edit: BankEdit): void {
    if (!stopped) tell(edit);
  }

  function note(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      reading = reading.then(async () => tellUnlessStopped(await toEdit(directory)));
    }, settling);
  }

  function attach(root: string): FSWatcher | null {
    try {
      const watcher = watch(root, { recursive: true });
      watcher.on('change', note);
      watcher.on('error', () => tellUnlessStopped(unwatched(root)));
      return watcher;
    } catch {
      // Reported like any other edit, once the caller is ready for it.
      waiting = setTimeout(() => tellUnlessStopped(unwatched(root)), 0);
      return null;
    }
  }

  /** Sees to it that what now stands at each path is watched; true where one stands there that was not. */
  function look(): boolean {
    const roots = foldersOf(directory).map(({ root }) => root);
    const changed = [...new Set([...watched.keys(), ...roots])].filter((root) => {
      const identity = roots.includes(root) ? identityOf(root) : null;
      const before = watched.get(root);
      if (before !== undefined && before.identity === identity) return false;
      before?.watcher?.close();
      watched.set(root, { identity, watcher: identity === null ? null : attach(root) });
      return true;
    });
    return changed.length > 0;
  }

  look();
  if ([...watched.values()].some(({ identity }) => identity === null)) note();
  // The system watches a folder, not a path: what stands there later is a different folder.
  const looking = setInterval(() => {
    if (look()) note();
  }, lookInterval);
  return () => {
    stopped = true;
    clearInterval(looking);
    clearTimeout(waiting);
    for (const { watcher } of watched.values()) watcher?.close();
  };
}

/** Tells one folder from a later one at the same path, even on file systems that reuse inode numbers. */
function identityOf(directory: string): string | null {
  try {
    const found = statSync(directory, { bigint: true });
    return found.isDirectory() ? `${found.dev}:${found.ino}:${found.birthtimeNs}` : null;
  } catch {
    return null;
  }
}

/** A bank that cannot be read at all has one fault, about the whole folder. */
async function toEdit(directory: string): Promise<BankEdit> {
  try {
    // What reads Markdown and YAML is loaded only when there is an edit to read.
    const { readBank } = await import('./bank.ts');
    const { bank, complaints, warnings } = await readBank(directory);
    return bank === null ? { kind: 'broken', complaints } : { kind: 'changed', bank, warnings };
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
