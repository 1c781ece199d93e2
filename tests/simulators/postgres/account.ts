import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** As whom a program runs; empty for oneself. */
export type Account = { readonly uid?: number; readonly gid?: number };

/**
 * An account without rights. PostgreSQL refuses to run as root, so root lends it the account `nobody`, which every Linux
 * has and which, unlike a bare number, PostgreSQL finds in the list of users.
 */
export function plainAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (line === null)
    throw new Error('These tests run as root, and /etc/passwd has no user `nobody` to run PostgreSQL as.');
  return { uid: Number(line[1]), gid: Number(line[2]) };
}

/** A folder for temporary things that an account can reach: root's own may be closed to all others. */
export function temporaryFolder(account: Account): string {
  const isReachable = (folder: string) => spawnSync('test', ['-x', folder], { ...account, cwd: '/' }).status === 0;
  return [tmpdir(), '/tmp', '/var/tmp'].find(isReachable) ?? tmpdir();
}
