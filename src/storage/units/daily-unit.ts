import type { DailyUnit } from '../../app/store/daily.ts';
import type { UnitContext } from '../context.ts';
import { createDailyAnswers } from './daily-answers.ts';
import { createDailyPlans } from './daily-plans.ts';
import { createDailyPosts } from './daily-posts.ts';
import { createDailySchedules } from './daily-schedules.ts';
import { createDailySkips } from './daily-skips.ts';
import { createStreaks } from './streaks.ts';

/** The daily questions of channels: schedules, posts and answers. */
export function createDailyUnit(context: UnitContext): DailyUnit {
  return {
    ...createDailySchedules(context),
    ...createDailyPlans(context),
    ...createDailySkips(context),
    ...createDailyPosts(context),
    ...createDailyAnswers(context),
    ...createStreaks(context),
  };
}
