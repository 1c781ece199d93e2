import { replan } from '../daily/planning.ts';
import type { Plans } from '../daily/replanning.ts';
import { saveAndArm } from './arming.ts';
import type { AppointmentKind } from './kind.ts';

/** The plans of a kind of appointments, as they are made anew by newer time zone rules. */
export function plansOf(kind: AppointmentKind): Plans {
  return {
    stale: (unit, version) => kind.of(unit).plannedBefore(version),
    newest: (unit) => kind.of(unit).newestRules(),
    replan: async (unit, user, rules) => {
      const stored = await kind.of(unit).lock(user);
      const planned = stored === null ? null : replan(stored, rules);
      if (planned !== null && planned !== stored) await saveAndArm(unit, kind, planned);
    },
  };
}
