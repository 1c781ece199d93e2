/** A fault or warning about a question file, for its author. */
export type BankComplaint = {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly problem: string;
  readonly cure: string;
};

/** The result of an edit: the bank that is now in use, or why the last good one stays. */
export type BankNews =
  | { readonly kind: 'changed'; readonly questions: number; readonly warnings: readonly BankComplaint[] }
  | { readonly kind: 'broken'; readonly complaints: readonly BankComplaint[] };

/** Reports edits of the question bank while the process runs. */
export type BankEvents = {
  /** Calls back on every change; the returned function unsubscribes. */
  readonly onChange: (listener: (news: BankNews) => void) => () => void;
};
