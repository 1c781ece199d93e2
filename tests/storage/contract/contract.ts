import { describe } from 'vitest';
import type { Opener } from '../opener.ts';
import { describeAskedItems } from './asked-items.ts';
import { describeBankChoices } from './bank-choices.ts';
import { describeClicks } from './clicks.ts';
import { describeDaily } from './daily.ts';
import { describeDailyPracticeStore } from './daily-practice.ts';
import { describeFlags } from './flags.ts';
import { describeForgetting } from './forgetting.ts';
import { describeInstallations } from './installations.ts';
import { describeLatest } from './latest.ts';
import { describeMemory } from './memory.ts';
import { describeOutbox } from './outbox.ts';
import { describePeers } from './peers.ts';
import { describeProgress } from './progress.ts';
import { describeQuizzes } from './quizzes.ts';
import { describeRatings } from './ratings.ts';
import { describeScores } from './scores.ts';
import { describeSeasons } from './seasons.ts';
import { describeStreaks } from './streaks.ts';
import { describeSuggestions } from './suggestions.ts';
import { describeTimers } from './timers.ts';
import { describeUnits } from './units.ts';
import { describeVotes } from './votes.ts';

/** All that the application relies on, the same on every engine. */
export function describeContract(opener: Opener): void {
  describe(`the store on ${opener.name}`, () => {
    describeUnits(opener);
    describeVotes(opener);
    describeClicks(opener);
    describeTimers(opener);
    describeOutbox(opener);
    describeLatest(opener);
    describeQuizzes(opener);
    describeDaily(opener);
    describeStreaks(opener);
    describeFlags(opener);
    describeSuggestions(opener);
    describeAskedItems(opener);
    describeBankChoices(opener);
    describeScores(opener);
    describeSeasons(opener);
    describeForgetting(opener);
    describeMemory(opener);
    describeRatings(opener);
    describeDailyPracticeStore(opener);
    describePeers(opener);
    describeInstallations(opener);
    describeProgress(opener);
  });
}
