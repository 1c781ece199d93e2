import type { Card } from '../../core/card.ts';
import type { Chosen } from '../../core/command/compose.ts';
import type { DailyPracticeCommand } from '../../core/command/daily-practice.ts';
import { parseTime } from '../../core/command/time-of-day.ts';
import type { Wish } from '../appointments/turning-on.ts';
import { turnOff, turnOn } from '../appointments/turning-on.ts';
import { wantedZone } from '../appointments/zone.ts';
import { chosenClock } from '../daily/in-force.ts';
import { replan } from '../daily/planning.ts';
import type { Circumstances, Feature, Reader } from '../dispatch/feature.ts';
import { reply, replyIdempotently, replyLater } from '../dispatch/feature.ts';
import { doOnce } from '../dispatch/once.ts';
import type { Environment } from '../environment.ts';
import type { Outcome } from '../ports.ts';
import type { Store, Unit } from '../store/store.ts';
import {
  choosePracticeZoneCard,
  dailyPracticeOffCard,
  dailyPracticeOnCard,
  dailyPracticeStatusCard,
} from '../views/daily-practice.ts';
import { repeatedCard, staleCard } from '../views/problem.ts';
import { practiceAppointment } from './practice-appointment.ts';
import { putOffDay } from './putting-off.ts';

/** Commands and buttons of the practice that comes to somebody by direct message, once a day. */
export function createDailyPracticeFeature(environment: Environment): Feature {
  const { store, rules } = environment;

  const once = async (event: string, change: (unit: Unit) => Promise<Card>) =>
    (await doOnce(event, environment, change)) ?? repeatedCard();

  function order(time: Wish['time'], zoneText: string, circumstances: Circumstances): Outcome {
    const { caller, event } = circumstances;
    return replyLater(async () => {
      const wanted = await wantedZone(zoneText, circumstances, environment);
      if (wanted.kind === 'ask') return choosePracticeZoneCard(wanted.typed, wanted.unknown, time);
      return once(event, (unit) => on(unit, { time, ...wanted }, caller.user, environment));
    });
  }

  async function status(unit: Unit, user: string): Promise<Card> {
    const practice = await unit.dailyPractice.lock(user);
    return dailyPracticeStatusCard(practice === null ? null : replan(practice, rules));
  }

  function run(command: DailyPracticeCommand, circumstances: Circumstances): Outcome {
    const { caller, event } = circumstances;
    switch (command.action) {
      case 'daily-on':
        return order(command.time, command.zoneText, circumstances);
      case 'daily-off':
        return replyLater(() => once(event, (unit) => off(unit, caller.user)));
      case 'daily-status':
        return replyLater(() => store.transact((unit) => status(unit, caller.user)));
    }
  }

  function choose([clockText = '', name = '']: readonly string[], { caller, event }: Circumstances): Outcome {
    const [time, zone] = [/^\d{4}$/.test(clockText) ? parseTime(clockText) : null, rules.resolve(name)];
    if (time === null || zone === null) return reply(staleCard());
    return replyLater(
      () => once(event, (unit) => on(unit, { time, zone, ownZone: false }, caller.user, environment)),
      'instead',
    );
  }

  function decide([date = '', roundText = '', what]: readonly string[], { caller }: Circumstances): Outcome {
    const round = Number(roundText);
    if (what === 'stop') return replyIdempotently(() => store.transact((unit) => off(unit, caller.user)), 'instead');
    if (what !== 'later' && what !== 'left') return reply(staleCard());
    const wish = { date, round, wish: what } as const;
    return replyIdempotently(
      () => store.transact((unit) => putOffDay(unit, caller.user, wish, environment)),
      'instead',
    );
  }

  return {
    inForce: (command, reader) => (command === 'practice daily' ? inForce(store, reader) : null),
    run: (command, circumstances) =>
      command.kind === 'practice' && command.action !== 'start' && command.action !== 'stop'
        ? run(command, circumstances)
        : null,
    press: ({ verb, args }, circumstances) => {
      if (verb === 'practice-zone') return choose(args, circumstances);
      return verb === 'practice-day' ? decide(args, circumstances) : null;
    },
  };
}

async function inForce(store: Pick<Store, 'transact'>, { user }: Reader): Promise<Chosen | null> {
  const practice = await store.transact((unit) => unit.dailyPractice.lock(user));
  return practice?.on === true ? chosenClock(practice.settings) : null;
}

async function on(unit: Unit, { time, zone, ownZone }: Wish, user: string, needs: Environment): Promise<Card> {
  const { planned, ...said } = await turnOn(unit, practiceAppointment, { user, time, zone }, needs);
  return dailyPracticeOnCard(planned, { ownZone, ...said });
}

async function off(unit: Unit, user: string): Promise<Card> {
  return dailyPracticeOffCard(await turnOff(unit, practiceAppointment, user));
}
