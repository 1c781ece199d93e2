import type { TimerHandler } from '../delivery/timers.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../ports.ts';
import { practiceTimers } from '../store/daily-practice.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Unit } from '../store/store.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import { afterAsking } from './after-asking.ts';
import type { AskedTimer } from './asking.ts';
import type { DueDay } from './due.ts';
import { askAgain, askDue } from './due.ts';

/** What falls due around daily practice: a day's message, the one that was put off, and what follows the sending. */
export function createDailyPracticeTimers({
  store,
  ...needs
}: Environment & { readonly log: Log }): readonly (readonly [string, TimerHandler])[] {
  const inUnit =
    (effect: (unit: Unit, timer: ClaimedTimer) => Promise<void>): TimerHandler =>
    (timer) =>
      store.transact(async (unit) => {
        if (await unit.timers.finish(timer)) await effect(unit, timer);
      });
  return [
    [practiceTimers.due, inUnit((unit, { payload }) => askDue(unit, payload as DueDay, needs))],
    [
      practiceTimers.later,
      inUnit((unit, { payload }) => askAgain(unit, payload as DueDay & { readonly round: number }, needs)),
    ],
    [
      practiceTimers.ended,
      inUnit((unit, { payload }) => afterAsking(unit, payload as AskedTimer & { readonly end: OutgoingEnd }, needs)),
    ],
  ];
}
