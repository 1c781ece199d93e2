/** Which bank a channel uses, where somebody has chosen one. */
export type BankChoice = {
  readonly channel: string;
  readonly scope: string;
  /** The name of the bank; empty for the default one. */
  readonly bank: string;
  /** Key of the person who chose it. */
  readonly setBy: string;
  /** UTC ms. */
  readonly at: number;
};

export type BankChoiceUnit = {
  /** Replaces what was chosen for a channel before. */
  readonly choose: (choice: BankChoice) => Promise<void>;
  /** What was chosen last in each channel, as far as that was at or after an instant (UTC ms), in order of the channels' keys. */
  readonly chosenSince: (instant: number) => Promise<readonly BankChoice[]>;
  /** The choices of banks that are none of these, of which nobody was told yet (`noteMissing`). */
  readonly missing: (names: readonly string[]) => Promise<readonly BankChoice[]>;
  /** Somebody was told that the bank of a channel is missing. */
  readonly noteMissing: (channel: string) => Promise<void>;
  /** The banks with these names are there: should one go once more, that is told once more. */
  readonly noteThere: (names: readonly string[]) => Promise<void>;
};
