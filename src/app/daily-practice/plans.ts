import { replan } from '../daily/planning.ts';
import type { Plans } from '../daily/replanning.ts';
import { saveAndArm } from './arming.ts';

/** The plans of daily practice, as they are made anew by newer time zone rules. */
export const practicePlans: Plans = {
  stale: (unit, version) => unit.dailyPractice.plannedBefore(version),
  newest: (unit) => unit.dailyPractice.newestRules(),
  replan: async (unit, user, rules) => {
    const stored = await unit.dailyPractice.lock(user);
    const planned = stored === null ? null : replan(stored, rules);
    if (planned !== null && planned !== stored) await saveAndArm(unit, planned);
  },
};
