import { expect } from 'vitest';
import type { Clock } from '../../src/app/clock.ts';
import type { Database } from '../faults/database.ts';
import { until } from '../until.ts';

type Loop = 'timers' | 'outbox';

/**
 * Waits until the bot has done all that is due and all that follows from it: nothing that may go is due, and nobody has
 * anything in hand. Both stand in the database, written together with every effect, so that nothing slips through between
 * two looks. It calls `wake` before each look, for a clock that was set; `loops` are those that run.
 */
export function settled(
  database: Pick<Database, 'read'>,
  clock: Clock,
  wake: () => void,
  loops: readonly Loop[] = ['timers', 'outbox'],
): Promise<void> {
  return until(async () => {
    wake();
    // One statement, so that it sees one state of the database.
    const statement = loops.map((loop) => openWork[loop](clock)).join(' union all ');
    expect(await database.read(statement)).toEqual([]);
  });
}

/** Of a lane only the first may go, and nothing before what it hangs on. */
const openWork: Readonly<Record<Loop, (clock: Clock) => string>> = {
  timers: ({ wall, steady }) => `select key as open_work from timers
    where owner is not null or next_at <= case clock when 'wall' then ${wall()} else ${steady()} end`,
  outbox: ({ wall }) => `select id as open_work from outgoings as o
    where state = 'waiting' and (owner is not null or next_at <= ${wall()}
      and not exists (select 1 from outgoings as e where e.lane = o.lane and e.state = 'waiting' and e.seq < o.seq)
      and not exists (select 1 from outgoings as r where r.id in (o.thread, o.target) and r.state = 'waiting'
        and r.message is null and r.lane <> o.lane))`,
};
