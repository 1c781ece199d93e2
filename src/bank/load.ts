import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bank } from '../core/bank.ts';
import { Fault } from '../core/fault.ts';
import type { Complaint } from './complaint.ts';
import { formatComplaint } from './complaint.ts';
import type { KeptBank, KeptBanks, Source } from './kept-bank.ts';
import { createKeptBanks } from './kept-bank.ts';
import { listBank } from './list-files.ts';
import { bankFile, remarkOnRoot, rootOf } from './place.ts';

/** How many complaints a failed start lists before it refers to `bank check`. */
const shownAtStart = 5;

/**
 * A bank without faults; its warnings are passed to `warn`. A bank that was read before is not read again,
 * see `createKeptBanks`. Rejects with a Fault that names file, line, field and cure otherwise: a bank with a part missing
 * would answer as if it were complete. `prepare` finds out what a search is to know of it, and that is kept, too. `reading` is
 * called before a bank is read.
 */
export async function loadBank(
  directory: string,
  warn: (warnings: readonly Complaint[]) => void = () => {},
  prepare: ((bank: Bank) => Partial<Bank>) | null = null,
  { kept = createKeptBanks(), reading = () => {} }: { readonly kept?: KeptBanks; readonly reading?: () => void } = {},
): Promise<Bank> {
  const root = rootOf(directory);
  const key = await keyOf(root, kept);
  const before = key === null ? null : await kept.find(key);
  if (before === null) reading();
  const { warnings, ...read } = before ?? (await readWhole(root));
  const isNew = before === null || (prepare !== null && read.documents === undefined);
  const bank = isNew && prepare !== null ? { ...read, ...prepare(read) } : read;
  // Files that were saved meanwhile would be kept under what they were before.
  if (key !== null && isNew && (await keyOf(root, kept)) === key) await kept.keep(key, { ...bank, warnings });
  const all = [...remarkOnRoot(directory), ...warnings];
  if (all.length > 0) warn(all);
  return bank;
}

/** Null where it cannot be told, as where there is no such folder: then reading the bank says so. */
async function keyOf(directory: string, kept: KeptBanks): Promise<string | null> {
  try {
    const paths = (await listBank(directory)).filter((path) => /\.md$/i.test(path) || path === bankFile);
    // Hundreds of small files: one after the other they take a fraction of the time of as many requests to other threads.
    const sources = paths.map((path): Source => ({ path, bytes: readFileSync(join(directory, path)) }));
    return await kept.keyOf(sources);
  } catch {
    return null;
  }
}

async function readWhole(directory: string): Promise<KeptBank> {
  // What reads Markdown and YAML is loaded only where there is something to read.
  const { readBank } = await import('./bank.ts');
  const { bank, complaints, warnings } = await readBank(directory);
  if (bank === null) {
    const more = complaints.length > shownAtStart ? `\n… and ${complaints.length - shownAtStart} more.` : '';
    const list = complaints.slice(0, shownAtStart).map(formatComplaint).join('\n');
    throw new Fault(
      'bank-invalid',
      `The question bank in ${directory} has faults:\n${list}${more}`,
      'Mend them; `npm run bank -- check` lists them all.',
    );
  }
  return { ...bank, warnings };
}
