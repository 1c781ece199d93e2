import type { Card } from '../../core/card.ts';
import type { Environment } from '../environment.ts';
import type { Unit } from '../store/store.ts';
import { dailyStatusCard } from '../views/daily-settings.ts';
import { questionsFor } from './filter.ts';
import { replan } from './planning.ts';
import { pendingSkips } from './upcoming.ts';

const streaksShown = 3;

/** How the daily question of a channel stands: what is set up, what is left to ask, and who answers day by day. */
export async function dailyStatus(
  unit: Unit,
  channel: string,
  { bank, clock, rules }: Pick<Environment, 'bank' | 'clock' | 'rules'>,
): Promise<Card> {
  const stored = await unit.daily.schedule(channel);
  const schedule = stored === null ? null : replan(stored, rules);
  const asked = new Set((await unit.daily.history(channel)).map(({ question }) => question));
  const pool = questionsFor(bank, schedule?.settings ?? {});
  const left = [...pool].filter((id) => !asked.has(id)).length;
  return dailyStatusCard(
    schedule,
    { asked: pool.size - left, left },
    bank.subject(),
    await unit.daily.longestStreaks(channel, streaksShown),
    schedule === null ? [] : await pendingSkips(unit, schedule, rules, clock.wall()),
  );
}
