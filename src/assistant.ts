import { createBankIndex } from './app/bank-index.ts';
import { createApplication } from './app/dispatch/application.ts';
import { createInterviewFeature } from './app/interview/interview-feature.ts';
import { createLookUp } from './app/look-up/look-up.ts';
import { createPractice } from './app/look-up/practice.ts';
import { createInMemoryVotes } from './app/look-up/votes.ts';
import { noPages } from './app/page-links.ts';
import type { Application } from './app/ports.ts';
import { createInProcessMemory } from './app/practice/in-process.ts';
import { createPracticeFeature } from './app/practice/practice-feature.ts';
import type { Bank } from './core/bank.ts';
import { createClock } from './ops/clock.ts';
import { contentDigest } from './ops/digest.ts';
import { rememberResults } from './search/remembered.ts';
import type { Search } from './search/result.ts';
import { createSearch } from './search/search.ts';

/** The bot over one bank that remembers nothing when it ends, used by the terminal and the command line; `searchOf` makes the bank searchable. */
export function createAssistant(
  bank: Bank,
  searchOf: (bank: Bank) => Search = createSearch,
): {
  readonly application: Application;
  readonly search: Search;
} {
  const index = createBankIndex(bank, contentDigest);
  const search = rememberResults(searchOf(bank));
  const lookUp = createLookUp({
    bank,
    search,
    random: Math.random,
    notes: { gap: () => {}, click: () => {} },
    votes: createInMemoryVotes(),
    links: () => noPages,
    plays: false,
    whole: true,
    suggests: false,
  });
  const practice = { bank: index, random: Math.random, clock: createClock(), memory: createInProcessMemory() };
  const taken = new Set<string>();
  const application = createApplication({
    once: {
      take: async (key) => {
        const isFirst = !taken.has(key);
        taken.add(key);
        return isFirst;
      },
      giveBack: async (key) => void taken.delete(key),
    },
    lastName: async () => null,
    features: [
      lookUp,
      createPractice({ ...practice, related: lookUp.related }),
      createPracticeFeature(practice),
      createInterviewFeature(practice),
    ],
    subject: index.subject,
    banks: () => [index.subject().command],
    home: lookUp.home,
    complete: lookUp.complete,
    answers: lookUp.answers,
    related: lookUp.related,
    completeTimeZone: () => [],
    forgetScope: async () => {},
    welcome: async () => {},
  });
  return { application, search };
}
