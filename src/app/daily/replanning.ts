import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import { unplanned } from '../store/daily.ts';
import type { Store, Unit } from '../store/store.ts';
import { armDaily } from './arming.ts';
import { replan } from './planning.ts';

/** From one look to the next, in ms: for so long a plan of an instance with older rules may stand. */
const pause = 60_000;

type Options = {
  readonly store: Store;
  readonly clock: Clock;
  readonly rules: ZoneRules;
  readonly log: Log;
  /** What else is planned by the rules; nothing unless given. */
  readonly others?: readonly Plans[];
};

/** Plans of one kind: which of them older rules made, the newest that made any, and how one of them is made anew. */
export type Plans = {
  readonly stale: (unit: Unit, version: string) => Promise<readonly string[]>;
  readonly newest: (unit: Unit) => Promise<string>;
  readonly replan: (unit: Unit, key: string, rules: ZoneRules) => Promise<void>;
};

/**
 * Plans anew what was planned by older time zone rules: at the start, and every minute since another instance may have
 * older ones. `start` resolves when all that was found has been planned anew.
 */
export function createReplanning({ store, clock, rules, log, others = [] }: Options): {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
} {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let warned = false;

  async function replanChannel(unit: Unit, channel: string): Promise<void> {
    const stored = await unit.daily.lockSchedule(channel);
    const planned = stored === null ? null : replan(stored, rules);
    if (stored === null || planned === null || planned === stored) return;
    await unit.daily.saveSchedule(planned);
    if (planned.nextAt === stored.nextAt && planned.nextDate === stored.nextDate) return;
    await armDaily(unit, planned, clock.wall());
    log.info({ channel, date: planned.nextDate, zone: planned.settings.zone }, 'A daily question was planned anew.');
  }

  const questions: Plans = {
    stale: ({ daily }, version) => daily.plannedBefore(version),
    newest: ({ daily }) => daily.newestRules(),
    replan: replanChannel,
  };

  async function look(): Promise<void> {
    try {
      let newest: string = unplanned;
      for (const plans of [questions, ...others]) {
        const found = await store.transact(async (unit) => ({
          stale: await plans.stale(unit, rules.version),
          newest: await plans.newest(unit),
        }));
        for (const key of found.stale) await store.transact((unit) => plans.replan(unit, key, rules));
        newest = found.newest > newest ? found.newest : newest;
      }
      if (warned || newest <= rules.version) return;
      warned = true;
      log.warn(
        { here: rules.version, elsewhere: newest },
        'Another instance plans by newer time zone rules; docs/operations.md shows how to get them here.',
      );
    } catch (error) {
      log.warn({ err: error }, 'Plans by older time zone rules could not be looked for; trying again.');
    }
  }

  return {
    start: () => {
      looking = look();
      timer = setInterval(() => {
        looking = looking.then(look);
      }, pause);
      timer.unref();
      return looking;
    },
    stop: () => {
      clearInterval(timer);
      return looking;
    },
  };
}
