import { readFileSync } from 'node:fs';
import type { Bank } from '../core/bank.ts';
import { Fault } from '../core/fault.ts';
import type { Complaint } from './complaint.ts';
import { formatComplaint } from './complaint.ts';
import type { KeptBank, KeptBanks, Source } from './kept-bank.ts';
import { createKeptBanks } from './kept-bank.ts';
import { listFolders } from './listed-file.ts';
import type { BankFolder } from './place.ts';
import { bankFile, foldersOf, remarkOnRoot } from './place.ts';

/** How many complaints a failed start lists before it refers to `bank check`. */
const shownAtStart = 5;

type LoadingOptions = {
  readonly kept?: KeptBanks;
  readonly reading?: () => void;
  readonly note?: (notes: readonly Complaint[]) => void;
};

/**
 * A bank without faults; its warnings are passed to `warn`, and what is good to know of it to `note`. A bank that was read before
 * is not read again, see `createKeptBanks`. Rejects with a Fault that names file, line, field and cure otherwise: a bank with a
 * part missing would answer as if it were complete. `prepare` finds out what a search is to know of it, and that is kept, too.
 * `reading` is called before a bank is read.
 */
export async function loadBank(
  directory: string,
  warn: (warnings: readonly Complaint[]) => void = () => {},
  prepare: ((bank: Bank) => Partial<Bank>) | null = null,
  { kept = createKeptBanks(), reading = () => {}, note = () => {} }: LoadingOptions = {},
): Promise<Bank> {
  const folders = foldersOf(directory);
  const key = await keyOf(folders, kept);
  const before = key === null ? null : await kept.find(key);
  if (before === null) reading();
  const { warnings, notes, ...read } = before ?? (await readWhole(folders));
  const isNew = before === null || (prepare !== null && read.documents === undefined);
  const bank = isNew && prepare !== null ? { ...read, ...prepare(read) } : read;
  // Files that were saved meanwhile would be kept under what they were before.
  if (key !== null && isNew && (await keyOf(folders, kept)) === key) {
    await kept.keep(key, { ...bank, warnings, notes });
  }
  const all = [...remarkOnRoot(directory), ...warnings];
  if (all.length > 0) warn(all);
  if (notes.length > 0) note(notes);
  return bank;
}

/** Null where it cannot be told, as where there is no such folder: then reading the bank says so. */
async function keyOf(folders: readonly BankFolder[], kept: KeptBanks): Promise<string | null> {
  try {
    const listed = await listFolders(folders);
    const read = listed.filter(({ path }) => /\.md$/i.test(path) || path === bankFile);
    // Hundreds of small files: one after the other they take a fraction of the time of as many requests to other threads.
    const sources = read.map(({ file, location }): Source => ({ path: file, bytes: readFileSync(location) }));
    return await kept.keyOf(sources);
  } catch {
    return null;
  }
}

async function readWhole(folders: readonly BankFolder[]): Promise<KeptBank> {
  // What reads Markdown and YAML is loaded only where there is something to read.
  const { readFolders } = await import('./bank.ts');
  const { bank, complaints, warnings, notes } = await readFolders(folders);
  if (bank === null) {
    const more = complaints.length > shownAtStart ? `\n… and ${complaints.length - shownAtStart} more.` : '';
    const list = complaints.slice(0, shownAtStart).map(formatComplaint).join('\n');
    throw new Fault(
      'bank-invalid',
      `The question bank in ${folders.map(({ root }) => root).join(' and ')} has faults:\n${list}${more}`,
      'Mend them; `npm run bank -- check` lists them all.',
    );
  }
  return { ...bank, warnings, notes };
}
