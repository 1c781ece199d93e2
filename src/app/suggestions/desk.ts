import type { Question } from '../../core/question.ts';
import type { CheckedSuggestion, SuggestedFile, SuggestedText } from '../../core/suggestion.ts';

/** What a suggestion is held against: the bank as it is now. */
export type BankAtHand = {
  /** Its name, empty for the default one. */
  readonly bank: string;
  readonly questions: readonly Question[];
  readonly topics: readonly string[];
  /** The questions whose answer somebody gets who asks this one, the nearest first. */
  readonly answering: (question: string) => readonly Pick<Question, 'id' | 'title'>[];
};

/** Holds a suggestion against every rule of the bank. */
export type CheckSuggestion = (text: SuggestedText, bank: BankAtHand) => Promise<CheckedSuggestion>;

/** A file to be written, and who is named in it; null for nobody. */
export type FileToWrite = SuggestedFile & { readonly author: string | null };

/** What the bot does with suggestions, which the composition gives it. */
export type SuggestionDesk = {
  readonly check: CheckSuggestion;
  /**
   * Writes the files of accepted questions; what is there already stays as it is. True if the bot asks them from now on, false if it
   * will once that folder is its bank. Rejects if one could not be written. Null where there is no folder for them: they
   * wait to be exported.
   */
  readonly write: ((files: readonly FileToWrite[]) => Promise<boolean>) | null;
};
