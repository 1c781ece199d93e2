/**
 * A number from 0 to 2^32 - 1 that depends on seed and key alone. Sorting keys by it shuffles them so that adding or
 * removing some leaves the order of the others unchanged. FNV-1a, then the finaliser of MurmurHash3 (both public
 * domain).
 */
export function shuffleRank(seed: string, key: string): number {
  let hash = 0x811c9dc5;
  const text = `${seed}\n${key}`;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
