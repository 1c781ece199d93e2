import { hash } from 'node:crypto';

/** Length of a digest: 128 bits, enough that no two contents share one, and short enough for a button. */
const length = 32;

/** Identifies a content: the first half of its SHA-256, in hexadecimal. */
export function contentDigest(content: string): string {
  return hash('sha256', content).slice(0, length);
}
