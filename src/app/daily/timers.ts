import type { TimerHandler } from '../delivery/timers.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import type { DailyPostEnd } from './after-posting.ts';
import { afterPosting } from './after-posting.ts';
import { afterAnnouncing, announcementTimer } from './announcing.ts';
import { postDue } from './due-post.ts';
import { closeDailyPost, dailyTimers } from './posting.ts';
import { tellOfWaiting } from './waiting.ts';

type Options = Environment & { readonly log: Log };

type Day = { readonly channel: string; readonly scope: string; readonly date: string };

/** What falls due around the daily question: the post itself, what follows when it was sent, and its end. */
export function createDailyTimers({
  store,
  log,
  ...environment
}: Options): readonly (readonly [string, TimerHandler])[] {
  const { bank, clock } = environment;

  const inUnit =
    (effect: (unit: Unit, timer: ClaimedTimer) => Promise<void>): TimerHandler =>
    (timer) =>
      store.transact(async (unit) => {
        if (await unit.timers.finish(timer)) await effect(unit, timer);
      });

  async function close(unit: Unit, { channel, scope, date }: Day): Promise<void> {
    const entry = await unit.daily.post(channel, date);
    if (entry?.state === 'open') await closeDailyPost(unit, bank, entry, scope, clock.wall());
  }

  return [
    [
      dailyTimers.due,
      inUnit((unit, { payload }) => postDue(unit, payload as Omit<Day, 'scope'>, { ...environment, log })),
    ],
    [dailyTimers.waiting, inUnit((unit, { payload }) => tellOfWaiting(unit, (payload as Day).channel, environment))],
    [dailyTimers.posted, inUnit((unit, { payload }) => afterPosting(unit, payload as DailyPostEnd, { clock, log }))],
    [dailyTimers.close, inUnit((unit, { payload }) => close(unit, payload as Day))],
    [announcementTimer, inUnit((unit, timer) => afterAnnouncing(unit, timer, clock.wall()))],
  ];
}
