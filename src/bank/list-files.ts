import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../core/fault.ts';

/** Every file below a folder, by its path relative to that, with `/` on every system; sorted. */
export async function listFiles(directory: string): Promise<readonly string[]> {
  return (await walk(directory, '', [])).toSorted();
}

/**
 * Follows links, as folders that are mounted into a container are made of them, but never in a circle. Names that begin
 * with a dot are of editors, of version control and of such mounts; what other programs install is nobody's question.
 */
async function walk(directory: string, below: string, above: readonly string[]): Promise<readonly string[]> {
  const here = await realpath(join(directory, below));
  if (above.includes(here)) return [];
  const entries = (await readdir(here, { withFileTypes: true })).filter(({ name }) => !isForeign(name));
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const kind = await kindOf(entry, join(directory, path));
      if (kind === 'folder') return walk(directory, path, [...above, here]);
      return kind === 'file' ? [path] : [];
    }),
  );
  return found.flat();
}

function isForeign(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Pipes and sockets are neither: reading one would wait for ever. A link that leads nowhere is neither, too. */
async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | null> {
  const real = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
  if (real?.isFile()) return 'file';
  return real?.isDirectory() ? 'folder' : null;
}

/** Every file of a bank, as `listFiles`. Rejects with a Fault where there is no such folder. */
export async function listBank(directory: string): Promise<readonly string[]> {
  const found = await stat(directory).catch(() => null);
  if (found === null || !found.isDirectory()) {
    throw new Fault(
      'bank-missing',
      `There is no question bank at ${directory}.`,
      'Set BANK_DIR to a folder of question files, or leave it out to use the one that comes with the bot.',
    );
  }
  return listFiles(directory);
}
