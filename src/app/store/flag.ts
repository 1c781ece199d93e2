/** An item that somebody says is wrong, in the very words that they saw. */
export type Flagged = {
  /** The hash of what was asked: other words are another item, and free of flags. */
  readonly asked: string;
  readonly question: string;
  readonly item: string;
};

/** One person's flag of an item; `looked-at`: whoever keeps the bank has looked at it since. */
export type FlagState = 'raised' | 'taken-back' | 'looked-at';

/** What people say of an item, without their names, while nobody has looked at it. */
export type FlaggedItem = Flagged & {
  readonly people: number;
  /** The lines that they added, oldest first. */
  readonly remarks: readonly string[];
  /** When it was first and last flagged, UTC ms. */
  readonly first: number;
  readonly last: number;
};

/** A person counts once for each item, in all scopes of a platform (see `learnerOf`), whichever of their keys is given. */
export type FlagUnit = {
  /** The flag of this person, with when it was last raised or taken back (UTC ms); null if they never raised one. */
  readonly own: (
    user: string,
    asked: string,
  ) => Promise<{ readonly state: FlagState; readonly changed: number } | null>;
  /** Raises a flag, or one that was taken back again. */
  readonly raise: (user: string, item: Flagged, at: number) => Promise<void>;
  /** Takes it back, with its line. */
  readonly takeBack: (user: string, asked: string, at: number) => Promise<void>;
  /** Adds a line in place of any before; false if this person has no flag there. */
  readonly remark: (user: string, asked: string, text: string) => Promise<boolean>;
  /** How many items this person has flagged since an instant (UTC ms), also where that was taken back. */
  readonly since: (user: string, instant: number) => Promise<number>;
  /** What is flagged of one item; null if nothing is. */
  readonly of: (asked: string) => Promise<FlaggedItem | null>;
  /** All that is flagged, by most people first. */
  readonly list: () => Promise<readonly FlaggedItem[]>;
  /** Those that so many people have flagged, by their hashes. */
  readonly resting: (people: number) => Promise<readonly string[]>;
  /** Says that somebody has looked at an item, or at all of a question (null); tells how many flags that settles. */
  readonly lookAt: (question: string, item: string | null) => Promise<number>;
};
