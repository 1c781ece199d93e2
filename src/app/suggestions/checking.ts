import { bareId } from '../../core/bank-name.ts';
import type { CheckedSuggestion, SuggestedText } from '../../core/suggestion.ts';
import type { Search } from '../../search/result.ts';
import type { Library } from '../banks/library.ts';
import type { SuggestionDesk } from './desk.ts';

/** Holds a suggestion against the bank of its topic as that is now. */
export type CheckNow = (text: SuggestedText) => Promise<CheckedSuggestion>;

type Options = {
  readonly desk: Pick<SuggestionDesk, 'check'>;
  readonly library: Library;
  /** Of the bank of that name. */
  readonly search: (bank: string) => Pick<Search, 'search'>;
};

/** Follows the banks when they change. In the files of a bank ids stand bare, and everywhere else with its name. */
export function createCheckNow({ desk, library, search }: Options): CheckNow {
  return async (text) => {
    const bank = library.nameOf(text.topic);
    const index = library.index(bank);
    const checked = await desk.check(
      { ...text, topic: bareId(text.topic) },
      {
        bank,
        questions: [...new Set(index.items([], null).map(({ question }) => question))],
        topics: index.subject().topics.map(({ id }) => bareId(id)),
        answering: (question) => {
          const { verdict, hits } = search(bank).search(question, 1);
          const found = verdict === 'answer' ? hits : [];
          return found.flatMap(({ id }) => index.question(id) ?? []).map(({ id, title }) => ({ id, title }));
        },
      },
    );
    const { question } = checked;
    return question === null ? checked : { ...checked, question: { ...question, topic: text.topic } };
  };
}
