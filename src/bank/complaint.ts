/** One fault or warning about a file of the bank, for its author. */
export type Complaint = {
  /** Path that can be opened, relative to the bank's folder. */
  readonly file: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** Path within the fields of the file (`items.0.options.2.text`), or `answer`. */
  readonly field: string;
  readonly problem: string;
  /** How to fix it. */
  readonly cure: string;
};

/** `vision/stride.md:12 items.0.stem: too long. Use at most 300 characters.` */
export function formatComplaint({ file, line, field, problem, cure }: Complaint): string {
  return `${file}:${line} ${field}: ${problem} ${cure}`;
}

/** In the order in which one would fix them: by file, then by line. */
export function sortComplaints(complaints: readonly Complaint[]): readonly Complaint[] {
  return complaints.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
