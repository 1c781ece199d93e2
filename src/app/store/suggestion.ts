import type { SuggestedFile, SuggestedText } from '../../core/suggestion.ts';

/**
 * `draft`: its author alone knows of it; `open`: whoever reviews is to decide; `accepted`, and `filed` once it was written as a file;
 * `declined`.
 */
export type SuggestionState = 'draft' | 'open' | 'accepted' | 'filed' | 'declined';

/** A question that somebody suggests. */
export type Suggestion = {
  /** A few letters and digits. */
  readonly id: string;
  /** Where it was suggested, and is decided. */
  readonly scope: string;
  /** The key of whoever suggests it; null once they were forgotten. */
  readonly author: string | null;
  /** What its author is to be called in the file; null if they want no name there. */
  readonly name: string | null;
  readonly text: SuggestedText;
  readonly state: SuggestionState;
  /** When it was begun or sent, UTC ms. */
  readonly at: number;
  /** When it was accepted or declined, UTC ms; null before. */
  readonly decidedAt: number | null;
  /** What was said with that; null for nothing. */
  readonly word: string | null;
  /** The file that it became, which names nobody; null unless it was accepted. */
  readonly file: SuggestedFile | null;
};

export type SuggestionUnit = {
  /** In place of the one with that id, if there is one. */
  readonly save: (suggestion: Suggestion) => Promise<void>;
  /** Reads it and locks it until this unit ends; null if there is none (any more). */
  readonly lock: (id: string) => Promise<Suggestion | null>;
  readonly remove: (id: string) => Promise<void>;
  /** What the person with this key has suggested in that scope, the newest first. */
  readonly of: (user: string) => Promise<readonly Suggestion[]>;
  /** Those in a state, in a scope or everywhere (null), the oldest first. */
  readonly inState: (state: SuggestionState, scope: string | null) => Promise<readonly Suggestion[]>;
};
