import type { Card } from '../../core/card.ts';
import type { Occurrence } from '../../core/schedule/occurrence.ts';
import type { Environment } from '../environment.ts';
import type { MessageLinks } from '../quiz/addresses.ts';
import type { Appointment, AppointmentTimers, AppointmentUnit } from '../store/appointment.ts';
import type { Unit } from '../store/store.ts';

export type Needs = Omit<Environment, 'store'> & {
  /** The addresses of messages; none unless given. */
  readonly link?: MessageLinks;
};

/** What is put off comes once more that day; `round`: how often it was. */
export type Round = { readonly occurrence: Occurrence; readonly round: number };

/** What a kind of appointments is about; when its messages come, and that each comes once, is the same for all. */
export type AppointmentKind = {
  /** Begins the ids of its messages, and of what is told of them. */
  readonly name: string;
  readonly timers: AppointmentTimers;
  readonly of: (unit: Unit) => AppointmentUnit;
  /**
   * The message for an occurrence, with what was missed before; null where there is no reason for one. `until`: it is of no use
   * after that instant (UTC ms), null if only the day's end is its end.
   */
  readonly compose: (
    unit: Unit,
    appointment: Appointment,
    round: Round,
    needs: Needs,
  ) => Promise<{ readonly card: Card; readonly until: number | null } | null>;
  /** Whether there was a reason for a message at an occurrence, as far as can still be told. */
  readonly wasOwed: (unit: Unit, appointment: Appointment, occurrence: Occurrence, needs: Needs) => Promise<boolean>;
  /** Told with the answer to their next command to somebody who takes no direct messages. */
  readonly ended: () => Card;
};
