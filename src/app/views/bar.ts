/** Characters of a full bar. */
const full = 10;

/** A share in [0, 1] as ten blocks, for instance `████░░░░░░`. */
export function bar(share: number): string {
  const filled = Math.round(full * Math.min(1, Math.max(0, share)));
  return '█'.repeat(filled) + '░'.repeat(full - filled);
}

/** `40 %`; a dash where there is nothing to count. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

/** `1 person`, `3 people`. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
