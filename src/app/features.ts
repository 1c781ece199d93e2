import type { Needs as AppointmentNeeds } from './appointments/kind.ts';
import { createLeaderboardFeature } from './boards/leaderboard-feature.ts';
import { createPersonalFeature } from './boards/personal-feature.ts';
import { createSeasonFeature } from './boards/season-feature.ts';
import { createDailyFeature } from './daily/daily-feature.ts';
import { createDailyPracticeFeature } from './daily-practice/daily-practice-feature.ts';
import { takeBackAsked } from './daily-practice/practice-appointment.ts';
import type { Feature } from './dispatch/feature.ts';
import { createFlagFeature } from './flags/flag-feature.ts';
import { createInterviewFeature } from './interview/interview-feature.ts';
import { createPeerFeature } from './interview/peer-feature.ts';
import { leavePeers } from './interview/peer-forgetting.ts';
import type { LookUp } from './look-up/look-up.ts';
import { createPractice } from './look-up/practice.ts';
import { createPracticeFeature } from './practice/practice-feature.ts';
import { createProgressFeature } from './progress/progress-feature.ts';
import { leaveQuizzes } from './quiz/forgetting.ts';
import { createQuizFeature } from './quiz/quiz-feature.ts';
import { createResultsFeature } from './quiz/results.ts';
import { afterAnswer } from './reminders/reminder-appointment.ts';
import { createReminderFeature } from './reminders/reminder-feature.ts';
import type { Unit } from './store/store.ts';

type Needs = Parameters<typeof createPractice>[0] &
  Parameters<typeof createPracticeFeature>[0] &
  Parameters<typeof createInterviewFeature>[0] &
  Parameters<typeof createPeerFeature>[0] &
  Parameters<typeof createDailyPracticeFeature>[0] &
  Parameters<typeof createQuizFeature>[0] &
  DailyNeeds &
  Parameters<typeof createFlagFeature>[0] &
  Omit<Parameters<typeof createPersonalFeature>[0], 'leave'>;

type DailyNeeds = Parameters<typeof createDailyFeature>[0] & AppointmentNeeds;

/** All that people can do with one bank, in the order in which an event is offered to them. */
export function createFeatures(lookUp: LookUp, needs: Omit<Needs, 'related'>): readonly Feature[] {
  const { related } = lookUp;
  return [
    lookUp,
    createPractice({ ...needs, related }),
    createPracticeFeature({ ...needs, takeBack: takeBackAsked }),
    ...[createInterviewFeature, createPeerFeature, createDailyPracticeFeature].map((create) => create(needs)),
    createQuizFeature(needs),
    createResultsFeature(needs),
    ...dailyFeatures(needs),
    createFlagFeature(needs),
    createSeasonFeature(needs),
    ...[createLeaderboardFeature, createProgressFeature].map((create) => create(needs)),
    createPersonalFeature({ ...needs, leave }),
  ];
}

/** The daily question, and reminders of it. */
function dailyFeatures(environment: DailyNeeds): readonly Feature[] {
  const answered = (unit: Unit, user: string) => afterAnswer(unit, user, environment);
  const needs = { ...environment, answered };
  return [createReminderFeature(needs), createDailyFeature(needs)];
}

/** Takes a person who is forgotten out of what others see. */
async function leave(...whom: Parameters<typeof leaveQuizzes>): Promise<void> {
  await leaveQuizzes(...whom);
  await leavePeers(...whom);
}
