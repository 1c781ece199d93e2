import { createHash } from 'node:crypto';

/** Replaces a person's key where only equality matters: its SHA-256, in hexadecimal. */
export function fingerprint(user: string): string {
  return createHash('sha256').update(user).digest('hex');
}
