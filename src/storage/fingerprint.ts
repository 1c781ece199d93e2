import { createHash } from 'node:crypto';

/** Stands for a person where it only matters whether two are the same: SHA-256 of their key, in hexadecimal. */
export function fingerprint(user: string): string {
  return createHash('sha256').update(user).digest('hex');
}
