/** The pages that show people how far they have come, each under a token of their own. */
export type ProgressUnit = {
  /** The token of a person's page, the same in all scopes; `fresh` becomes it if there is none yet. */
  readonly token: (user: string, fresh: string) => Promise<string>;
  /** A key of the person whose page has this token; null if there is none. */
  readonly personOf: (token: string) => Promise<string | null>;
};
