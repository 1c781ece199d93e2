/** Characters of a full bar. */
const full = 10;

/** A share in [0, 1] as ten blocks, such as `████░░░░░░`. */
export function bar(share: number): string {
  const filled = Math.round(full * Math.min(1, Math.max(0, share)));
  return '█'.repeat(filled) + '░'.repeat(full - filled);
}
