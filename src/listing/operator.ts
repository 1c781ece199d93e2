/** Who runs the bot, as its pages say it; null for what was not told. */
export type Operator = {
  readonly operator: string | null;
  /** An email address or a web address. */
  readonly contact: string | null;
  /** Whose law the terms go by. */
  readonly law: string | null;
};

/** The variable that fills each of them in. */
export const operatorVariables: Readonly<Record<keyof Operator, string>> = {
  operator: 'OPERATOR',
  contact: 'CONTACT',
  law: 'GOVERNING_LAW',
};
