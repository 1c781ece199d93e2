import type { Card } from '../../core/card.ts';
import type { ReminderCommand } from '../../core/command/reminder.ts';
import { isReminder } from '../../core/command/reminder.ts';
import { parseTime } from '../../core/command/time-of-day.ts';
import type { Wish } from '../appointments/turning-on.ts';
import { turnOff, turnOn } from '../appointments/turning-on.ts';
import { wantedZone } from '../appointments/zone.ts';
import { answerDaily } from '../daily/answering.ts';
import { replan } from '../daily/planning.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyIdempotently, replyLater } from '../dispatch/feature.ts';
import { doOnce } from '../dispatch/once.ts';
import type { Environment } from '../environment.ts';
import { keyIn, scopeOf } from '../person-keys.ts';
import type { Caller, Outcome } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import { repeatedCard, staleCard } from '../views/problem.ts';
import { chooseReminderZoneCard, remindersOffCard, remindersOnCard, remindersStatusCard } from '../views/reminders.ts';
import { reminderAppointment } from './reminder-appointment.ts';

type Options = Environment & { readonly answered: (unit: Unit, user: string) => Promise<void> };

/** Commands and buttons of the reminders of daily questions, which come to those who want them by direct message. */
export function createReminderFeature(environment: Options): Feature {
  const { store, clock, rules } = environment;

  const once = async (event: string, change: (unit: Unit) => Promise<Card>) =>
    (await doOnce(event, environment, change)) ?? repeatedCard();

  function order(time: Wish['time'], zoneText: string, circumstances: Circumstances): Outcome {
    const { caller, event } = circumstances;
    return replyLater(async () => {
      const wanted = await wantedZone(zoneText, circumstances, environment);
      if (wanted.kind === 'zone') return once(event, (unit) => on(unit, { time, ...wanted }, caller, environment));
      const schedule = await store.transact((unit) => unit.daily.schedule(caller.channel));
      const zone = zoneText === '' && schedule?.on === true ? rules.resolve(schedule.settings.zone) : null;
      // Where nobody knows the person's own clock, that of the channel's question is the best guess.
      if (zone !== null) return once(event, (unit) => on(unit, { time, zone, ownZone: false }, caller, environment));
      return chooseReminderZoneCard(wanted.typed, wanted.unknown, time);
    });
  }

  async function status(unit: Unit, user: string): Promise<Card> {
    const planned = await unit.reminders.lock(user);
    return remindersStatusCard(planned === null ? null : replan(planned, rules));
  }

  const off = async (unit: Unit, user: string) => remindersOffCard(await turnOff(unit, reminderAppointment, user));

  function run(command: ReminderCommand, circumstances: Circumstances): Outcome {
    const { caller, event } = circumstances;
    switch (command.action) {
      case 'remind-on':
        return order(command.time, command.zoneText, circumstances);
      case 'remind-off':
        return replyLater(() => once(event, (unit) => off(unit, caller.user)));
      case 'remind-status':
        return replyLater(() => store.transact((unit) => status(unit, caller.user)));
    }
  }

  function choose([clockText = '', name = '']: readonly string[], { caller, event }: Circumstances): Outcome {
    const [time, zone] = [/^\d{4}$/.test(clockText) ? parseTime(clockText) : null, rules.resolve(name)];
    if (time === null || zone === null) return reply(staleCard());
    return replyLater(
      () => once(event, (unit) => on(unit, { time, zone, ownZone: false }, caller, environment)),
      'instead',
    );
  }

  /** As if it had been answered in its channel. */
  function pick([date = '', place = '', ...key]: readonly string[], circumstances: Circumstances): Outcome {
    const { caller } = circumstances;
    const there = { ...circumstances, caller: inChannel(caller, key.join(':')) };
    return replyLater(() =>
      store.transact((unit) => answerDaily(unit, environment, [date, place], there, clock.wall())),
    );
  }

  return {
    run: (command, circumstances) =>
      command.kind === 'daily' && isReminder(command) ? run(command, circumstances) : null,
    press: ({ verb, args: [what, ...args] }, circumstances) => {
      if (verb !== 'remind') return null;
      if (what === 'zone') return choose(args, circumstances);
      if (what === 'pick') return pick(args, circumstances);
      if (what !== 'stop') return reply(staleCard());
      return replyIdempotently(() => store.transact((unit) => off(unit, circumstances.caller.user)), 'instead');
    },
  };
}

async function on(unit: Unit, { time, zone, ownZone }: Wish, caller: Caller, needs: Environment): Promise<Card> {
  const { user, channel, direct, elsewhere } = caller;
  const about = {
    ...(direct ? {} : { channel }),
    ...(elsewhere === 'meant' ? { everywhere: true as const } : {}),
  };
  const { planned, ...said } = await turnOn(unit, reminderAppointment, { user, time, zone, about }, needs);
  return remindersOnCard(planned, { ownZone, ...said });
}

/** The person there, who is now in a conversation with the bot alone; the same where that is the channel. */
function inChannel(caller: Caller, channel: string): Caller {
  if (channel === caller.channel) return caller;
  const scope = scopeOf(channel);
  return { ...caller, scope, channel, user: keyIn(scope, caller.user), direct: false };
}
