import { setBounded } from '../../core/bounded-map.ts';
import type { Suggestion } from '../store/suggestion.ts';

/** So many are remembered at once. */
const most = 1000;

/** What was shown lately: a form has to be there before anything can be looked up. */
export type ShownSuggestions = {
  readonly note: (suggestion: Suggestion) => void;
  /** As it was shown last; null if that was in another process, or long ago. */
  readonly of: (id: string) => Suggestion | null;
};

/** Empty at the start. */
export function createShownSuggestions(): ShownSuggestions {
  const shown = new Map<string, Suggestion>();
  return {
    note: (suggestion) => void setBounded(shown, suggestion.id, suggestion, most),
    of: (id) => shown.get(id) ?? null,
  };
}
