import type { Entry } from '../../src/import/candidate.ts';

/** Entries in few words, to be compared: `line 2 What? | one | =two # why`, `line 3 !refused`, `note`. */
export function inWords(entries: Iterable<Entry>): readonly string[] {
  return [...entries].map((entry) => {
    if (entry.kind === 'note') return `note: ${entry.text}`;
    if (entry.kind === 'refused') return `${entry.place} refused: ${entry.why}`;
    const options = entry.options.map(
      ({ text, correct, why }) => `${correct ? '=' : ''}${text}${why === '' ? '' : ` # ${why}`}`,
    );
    return [`${entry.place}: ${entry.stem}`, ...options].join(' | ');
  });
}

/** Everything else that candidates say: remarks, without their places. */
export function remarksOf(entries: Iterable<Entry>): readonly string[] {
  return [...entries].flatMap((entry) => (entry.kind === 'candidate' ? entry.remarks : []));
}
