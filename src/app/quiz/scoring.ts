import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import { calendarZone } from '../boards/calendar.ts';
import { countedPeriods } from '../boards/counted-periods.ts';
import type { Board, Period, ScoreChange } from '../store/score.ts';
import type { Season } from '../store/season.ts';
import { seasonPeriod } from '../store/season.ts';
import type { Outlet } from './outgoing.ts';

/** How what people bring home from a quiz is counted. */
export type Scoring = {
  /** By the calendar of its channel, now. */
  readonly periods: readonly Period[];
  /** The season that it counts in: one that goes on in its channel, unless it is played alone. */
  readonly season: Season | null;
  /** Adds to boards, and to that of the season. */
  readonly add: (boards: readonly Board[], change: ScoreChange) => Promise<void>;
};

export async function scoringOf({
  unit,
  quiz: { state, channel },
  wall,
  rules,
}: Outlet & { readonly rules: ZoneRules }): Promise<Scoring> {
  const periods = countedPeriods(wall, await calendarZone(unit, channel, rules), rules);
  const season = state.players.length < 2 ? null : await unit.seasons.current(channel);
  return {
    periods,
    season,
    add: async (boards, change) => {
      await unit.scores.add(boards, periods, change);
      if (season !== null) await unit.scores.add([channel], [seasonPeriod(season.id)], change);
    },
  };
}
