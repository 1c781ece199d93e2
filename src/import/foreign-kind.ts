/** What files of other programs begin with, and what to do with them instead. */
const kinds = [
  { begins: '%PDF', says: 'It is a PDF. Export the questions from the program that made it.' },
  { begins: '\u00d0\u00cf\u0011\u00e0', says: 'It is a document of an old Office program. Save it as .xlsx or .csv.' },
  {
    begins: '\u001f\u008b',
    says: 'It is compressed with gzip. Unpack it first; a backup of Moodle (.mbz) is not read, its question bank exports Moodle XML.',
  },
  { begins: '\u0089PNG', says: 'It is a picture.' },
  { begins: '\u00ff\u00d8\u00ff', says: 'It is a picture.' },
  { begins: 'Rar!', says: 'It is a RAR archive. Unpack it first.' },
  { begins: "7z\u00bc\u00af'\u001c", says: 'It is a 7z archive. Unpack it first.' },
  { begins: '(\u00b5/\u00fd', says: 'It is compressed with zstd. Unpack it first.' },
  { begins: '{\\rtf', says: 'It is a document in RTF. Save it as plain text.' },
] as const;

/** What to say of a file that is of a kind which is not read, by its first bytes; null for all others. */
export function foreignKind(head: Uint8Array): string | null {
  const begins = String.fromCharCode(...head.subarray(0, 16));
  return kinds.find((kind) => begins.startsWith(kind.begins))?.says ?? null;
}
