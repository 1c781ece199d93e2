/** A fault of a question file, or a warning, as its writer needs to hear it. */
export type BankComplaint = {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly problem: string;
  readonly cure: string;
};

/** What became of an edit: the bank that is in use now, or why the last good one stays. */
export type BankNews =
  | { readonly kind: 'changed'; readonly questions: number; readonly warnings: readonly BankComplaint[] }
  | { readonly kind: 'broken'; readonly complaints: readonly BankComplaint[] };

/** Tells of edits of the question bank while the process runs. */
export type BankEvents = {
  /** Calls back at every change, until the function that it gives is called. */
  readonly onChange: (listener: (news: BankNews) => void) => () => void;
};
