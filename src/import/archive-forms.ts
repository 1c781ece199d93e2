import type { Archive } from './archive.ts';
import type { Entry } from './candidate.ts';
import type { Limits } from './limits.ts';
import { readDeck } from './readers/apkg.ts';
import { isDeck } from './readers/apkg-version.ts';
import { isWorkbook, readWorkbook } from './readers/sheets.ts';
import { isXmlPackage, readXmlPackage } from './readers/xml-package.ts';

/** A form in which questions are packed into a zip archive. */
export type ArchiveForm = {
  /** As people call it. */
  readonly name: string;
  /** Whether an archive with files of these names is in this form. */
  readonly is: (names: readonly string[]) => boolean;
  /** May throw `UnreadableSource`. */
  readonly read: (archive: Archive, limits: Limits) => AsyncIterable<Entry>;
};

/** The forms, in the order in which they are tried. */
export const archiveForms: readonly ArchiveForm[] = [
  { name: 'a deck of Anki', is: isDeck, read: readDeck },
  { name: 'a sheet', is: isWorkbook, read: readWorkbook },
  { name: 'a package of XML files', is: isXmlPackage, read: readXmlPackage },
];

/** The form of an archive by what is in it; null where it is none that is read. */
export function archiveFormOf(names: readonly string[]): ArchiveForm | null {
  return archiveForms.find(({ is }) => is(names)) ?? null;
}
