import { createHash } from 'node:crypto';

/** Longest nonce (https://discord.com/developers/docs/resources/message#create-message). */
const longestNonce = 25;

/** A deterministic nonce for a key: 25 letters and digits with some 129 bits of its hash. */
export function nonceOf(key: string): string {
  const hash = createHash('sha256').update(key).digest('hex');
  return BigInt(`0x${hash}`).toString(36).padStart(longestNonce, '0').slice(0, longestNonce);
}
