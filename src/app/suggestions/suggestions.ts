import type { Search } from '../../search/result.ts';
import type { Feature } from '../dispatch/feature.ts';
import type { Log } from '../ports.ts';
import { createCheckNow } from './checking.ts';
import type { SuggestionDesk } from './desk.ts';
import { createFiling } from './filing.ts';
import type { SuggestionNeeds } from './own-suggestions.ts';
import { createReviewFeature } from './review-feature.ts';
import { createShownSuggestions } from './shown-suggestions.ts';
import { createSuggestionFeature } from './suggestion-feature.ts';

type Options = Omit<SuggestionNeeds, 'check' | 'shown'> & {
  /** Left out where nothing can be suggested. */
  readonly desk: SuggestionDesk | undefined;
  /** Of the bank of that name. */
  readonly search: (bank: string) => Search;
  readonly log: Log;
};

/** Questions that people suggest for the bank. */
export type Suggestions = {
  readonly features: readonly Feature[];
  /** Writes what was accepted and is no file yet. Never rejects. */
  readonly file: () => Promise<unknown>;
};

/** Suggesting, and deciding on what was suggested, of whatever bank is in use. */
export function createSuggestions({ desk, search, log, ...needs }: Options): Suggestions {
  if (desk === undefined) return { features: [], file: async () => {} };
  const { store, library } = needs;
  const common = { ...needs, check: createCheckNow({ desk, library, search }), shown: createShownSuggestions() };
  const file = createFiling({ store, desk, log });
  return { features: [createSuggestionFeature(common), createReviewFeature({ ...common, file })], file };
}
