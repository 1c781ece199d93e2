import type { Complaint } from './complaint.ts';
import type { ListedFile } from './listed-file.ts';

/** The id that the name of a question's file says, whatever stands in it. */
export function idInName(file: string): string {
  return (file.split('/').at(-1) ?? '').replace(/\.md$/i, '');
}

/**
 * Question files without those in whose place a later folder has one of the same id, and a note about each that takes a place.
 * Two of one id in the same folder both stay: that is a fault.
 */
export function withoutReplaced<Read extends Pick<ListedFile, 'folder' | 'file'>>(
  files: readonly Read[],
): { readonly inUse: readonly Read[]; readonly notes: readonly Complaint[] } {
  // A map keeps the last of each id, and later folders come later.
  const last = new Map(files.map((read) => [idInName(read.file), read]));
  const isInUse = (read: Read) => last.get(idInName(read.file))?.folder === read.folder;
  const notes = files
    .filter((read) => !isInUse(read))
    .map(({ file }): Complaint => {
      const problem = `It takes the place of ${file}.`;
      const cure = 'Give it another id if that is not meant.';
      return { file: last.get(idInName(file))?.file ?? '', line: 1, field: 'id', problem, cure };
    });
  return { inUse: files.filter(isInUse), notes };
}
