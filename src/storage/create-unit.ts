import type { Unit } from '../app/store/store.ts';
import type { UnitContext } from './context.ts';
import { createAppointmentUnit } from './units/appointment-unit.ts';
import { createAskedItemUnit } from './units/asked-item-unit.ts';
import { createBankChoiceUnit } from './units/bank-choice-unit.ts';
import { createClickUnit } from './units/click-unit.ts';
import { createDailyUnit } from './units/daily-unit.ts';
import { createFlagUnit } from './units/flag-unit.ts';
import { createGapUnit } from './units/gap-unit.ts';
import { createInstallationUnit } from './units/installation-unit.ts';
import { createInterviewUnit } from './units/interview-unit.ts';
import { createMemoryUnit } from './units/memory-unit.ts';
import { createOlderUnit } from './units/older-unit.ts';
import { createOutboxUnit } from './units/outbox-unit.ts';
import { createPeerUnit } from './units/peer-unit.ts';
import { createPeopleUnit } from './units/people-unit.ts';
import { createPracticeUnit } from './units/practice-unit.ts';
import { createProgressUnit } from './units/progress-unit.ts';
import { createQuizUnit } from './units/quiz-unit.ts';
import { createScoreUnit } from './units/score-unit.ts';
import { createSeasonUnit } from './units/season-unit.ts';
import { createSuggestionUnit } from './units/suggestion-unit.ts';
import { createTimerUnit } from './units/timer-unit.ts';
import { createVoteUnit } from './units/vote-unit.ts';

/** Everything that can be done within one transaction. */
export function createUnit(context: UnitContext): Unit {
  return {
    timers: createTimerUnit(context),
    outbox: createOutboxUnit(context),
    daily: createDailyUnit(context),
    quizzes: createQuizUnit(context),
    scores: createScoreUnit(context),
    seasons: createSeasonUnit(context),
    memory: createMemoryUnit(context),
    practice: createPracticeUnit(context),
    interviews: createInterviewUnit(context),
    installations: createInstallationUnit(context),
    peers: createPeerUnit(context),
    progress: createProgressUnit(context),
    dailyPractice: createAppointmentUnit(context, 'daily_practice'),
    reminders: createAppointmentUnit(context, 'daily_reminders'),
    gaps: createGapUnit(context),
    flags: createFlagUnit(context),
    suggestions: createSuggestionUnit(context),
    clicks: createClickUnit(context),
    votes: createVoteUnit(context),
    people: createPeopleUnit(context),
    items: createAskedItemUnit(context),
    banks: createBankChoiceUnit(context),
    older: createOlderUnit(context),
    isNew: async (event, now) => {
      const { numInsertedOrUpdatedRows } = await context.tx
        .insertInto('events')
        .values({ event, seen_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    forgetEvent: async (event) => {
      await context.tx.deleteFrom('events').where('event', '=', event).execute();
    },
  };
}
