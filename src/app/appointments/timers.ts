import type { TimerHandler } from '../delivery/timers.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../ports.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Unit } from '../store/store.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import { afterAsking } from './after-asking.ts';
import type { AskedTimer } from './asking.ts';
import type { DueDay } from './due.ts';
import { askAgain, askDue } from './due.ts';
import type { AppointmentKind, Needs } from './kind.ts';

/** What falls due around a kind of appointments: a day's message, one that was put off, and what follows the sending. */
export function createAppointmentTimers(
  kind: AppointmentKind,
  { store, ...needs }: Needs & Pick<Environment, 'store'> & { readonly log: Log },
): readonly (readonly [string, TimerHandler])[] {
  const inUnit =
    (effect: (unit: Unit, timer: ClaimedTimer) => Promise<void>): TimerHandler =>
    (timer) =>
      store.transact(async (unit) => {
        if (await unit.timers.finish(timer)) await effect(unit, timer);
      });
  const { due, later, ended } = kind.timers;
  return [
    [due, inUnit((unit, { payload }) => askDue(unit, kind, payload as DueDay, needs))],
    [later, inUnit((unit, { payload }) => askAgain(unit, kind, payload as DueDay & { readonly round: number }, needs))],
    [
      ended,
      inUnit((unit, { payload }) =>
        afterAsking(unit, kind, payload as AskedTimer & { readonly end: OutgoingEnd }, needs),
      ),
    ],
  ];
}
