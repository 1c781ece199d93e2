import type { Card } from '../../core/card.ts';
import type { Command } from '../../core/command.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import { aliveSince } from '../../core/daily/streak.ts';
import { localDate } from '../../core/schedule/local-date.ts';
import { nextOccurrence } from '../../core/schedule/occurrence.ts';
import { readTimeZone } from '../../core/schedule/time-zones.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Clock } from '../clock.ts';
import type { Circumstances, Feature } from '../feature.ts';
import { reply, replyLater } from '../feature.ts';
import type { DailySchedule } from '../store/daily.ts';
import type { Store, Unit } from '../store/store.ts';
import {
  dailyNotOnCard,
  dailyNowCard,
  dailyOffCard,
  dailyOnCard,
  dailySkippedCard,
  dailyStatusCard,
  notAllowedCard,
  unknownZoneCard,
} from '../views/daily-settings.ts';
import { emptyFilterCard, repeatedCard } from '../views/problem.ts';
import { zoneOf } from '../zone.ts';
import { answerDaily } from './answering.ts';
import { addDailyPost } from './posting.ts';
import { armDaily } from './timers.ts';

type Options = {
  readonly store: Store;
  readonly bank: BankIndex;
  readonly clock: Clock;
  /** The names of time zones that this runtime knows. */
  readonly timeZones: readonly string[];
};

type DailyCommand = Extract<Command, { readonly kind: 'daily' }>;

const streaksShown = 3;

/** Commands and buttons of the daily question. */
export function createDailyFeature({ store, bank, clock, timeZones }: Options): Feature {
  async function turnOn(unit: Unit, request: DailySettings, { caller }: Circumstances): Promise<Card> {
    const { channel, scope, user } = caller;
    const pool = questionsFor(bank, request);
    if (pool.size === 0) return emptyFilterCard([request.topic, request.level].filter(Boolean).join(' '));
    // No local date twice, even if the time is set to a later hour of a day that has had its question, or failed to.
    const last = (await unit.daily.spentDates(channel)).filter((date) => date.length === 10).at(-1);
    let next = nextOccurrence(request, { instant: clock.wall(), ...(last === undefined ? {} : { date: last }) });
    while (await unit.daily.isSkipped(channel, next.date)) next = nextOccurrence(request, { date: next.date });
    const schedule: DailySchedule = {
      channel,
      scope,
      settings: request,
      setBy: user,
      on: true,
      nextDate: next.date,
      nextAt: next.at,
    };
    await unit.daily.saveSchedule(schedule);
    await armDaily(unit, schedule);
    return dailyOnCard(request, next, pool.size);
  }

  async function turnOff(unit: Unit, { caller }: Circumstances): Promise<Card> {
    const schedule = await unit.daily.schedule(caller.channel);
    if (schedule === null || !schedule.on) return dailyOffCard(false);
    const off = { ...schedule, on: false };
    await unit.daily.saveSchedule(off);
    await armDaily(unit, off);
    return dailyOffCard(true);
  }

  async function skip(unit: Unit, { caller }: Circumstances): Promise<Card> {
    const schedule = await unit.daily.schedule(caller.channel);
    if (schedule === null || !schedule.on) return dailyNotOnCard();
    await unit.daily.skip(schedule.channel, schedule.nextDate);
    const next = nextOccurrence(schedule.settings, { date: schedule.nextDate, instant: clock.wall() });
    const following = { ...schedule, nextDate: next.date, nextAt: next.at };
    await unit.daily.saveSchedule(following);
    await armDaily(unit, following);
    return dailySkippedCard(schedule.nextDate, next);
  }

  /** One at once, beside the schedule; its key is today's date with a letter, the scheduled one has none. */
  async function postNow(unit: Unit, { caller }: Circumstances): Promise<Card> {
    const { channel, scope } = caller;
    const schedule = await unit.daily.schedule(channel);
    const settings = schedule?.settings ?? { ping: null };
    const today = localDate(clock.wall(), await zoneOf(unit, channel));
    const extra = (await unit.daily.spentDates(channel)).filter((date) => date.startsWith(today) && date !== today);
    const date = `${today}${String.fromCharCode('b'.charCodeAt(0) + extra.length)}`;
    const added = await addDailyPost(unit, bank, {
      channel,
      scope,
      date,
      settings: { ...settings, ping: null },
      askedBy: caller.user,
      now: clock.wall(),
    });
    return added === 'empty'
      ? emptyFilterCard([schedule?.settings.topic, schedule?.settings.level].filter(Boolean).join(' '))
      : dailyNowCard();
  }

  async function status(unit: Unit, { caller }: Circumstances): Promise<Card> {
    const { channel } = caller;
    const schedule = await unit.daily.schedule(channel);
    const asked = new Set((await unit.daily.history(channel)).map(({ question }) => question));
    const pool = questionsFor(bank, schedule?.settings ?? {});
    const left = [...pool].filter((id) => !asked.has(id)).length;
    const since = aliveSince(await unit.daily.postDates(channel));
    return dailyStatusCard(
      schedule,
      { asked: asked.size, left },
      await unit.daily.longestStreaks(channel, since, streaksShown),
    );
  }

  function run(command: DailyCommand, circumstances: Circumstances) {
    const { caller, event } = circumstances;
    if (command.action === 'status') return replyLater(() => store.transact((unit) => status(unit, circumstances)));
    if (!caller.manages) return reply(notAllowedCard());
    const once = (change: (unit: Unit) => Promise<Card>) =>
      replyLater(() =>
        store.transact(async (unit) => ((await unit.isNew(event, clock.wall())) ? change(unit) : repeatedCard())),
      );
    switch (command.action) {
      case 'on': {
        const { zoneText, ...settings } = command.settings;
        const zone = readTimeZone(zoneText, timeZones);
        if (zone.kind === 'unknown') return reply(unknownZoneCard(zoneText, zone.suggestions));
        return once((unit) => turnOn(unit, { ...settings, zone: zone.zone }, circumstances));
      }
      case 'off':
        return once((unit) => turnOff(unit, circumstances));
      case 'skip':
        return once((unit) => skip(unit, circumstances));
      case 'now':
        return once((unit) => postNow(unit, circumstances));
    }
  }

  return {
    run: (command, circumstances) => (command.kind === 'daily' ? run(command, circumstances) : null),
    press: ({ verb, args }, circumstances) => {
      if (verb !== 'daily') return null;
      return replyLater(() => store.transact((unit) => answerDaily(unit, bank, args, circumstances, clock.wall())));
    },
  };
}

/** Ids of the questions that have an item for a filter. */
function questionsFor(bank: BankIndex, { topic, level }: Pick<DailySettings, 'topic' | 'level'>): ReadonlySet<string> {
  const items = bank.items(topic === undefined ? [] : [topic], level ?? null);
  return new Set(items.map(({ question }) => question.id));
}
