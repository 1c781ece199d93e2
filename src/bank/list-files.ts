import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../core/fault.ts';

/** All files below a folder, as relative paths with `/` on every system; sorted. */
export async function listFiles(directory: string): Promise<readonly string[]> {
  return (await walk(directory, '', [])).toSorted();
}

/**
 * Follows links, since folders mounted into a container consist of them, but never in a loop. Skips names that start
 * with a dot (editors, version control, such mounts) and what other programs install.
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

/** Pipes and sockets are neither: reading one would block for ever. Neither are broken links. */
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
      'Set BANK_DIR to the folder of a bank, or leave it out to use the one that comes with the bot.',
    );
  }
  return listFiles(directory);
}
