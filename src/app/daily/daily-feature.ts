import type { Card } from '../../core/card.ts';
import type { Command } from '../../core/command.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import { aliveSince } from '../../core/daily/streak.ts';
import { addDays, localDate } from '../../core/schedule/local-date.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Clock } from '../clock.ts';
import type { Circumstances, Feature } from '../feature.ts';
import { reply, replyLater } from '../feature.ts';
import { unplanned } from '../store/daily.ts';
import type { Store, Unit } from '../store/store.ts';
import {
  dailyNotOnCard,
  dailyNowCard,
  dailyOffCard,
  dailyOnCard,
  dailySkippedCard,
  dailyStatusCard,
  notAllowedCard,
} from '../views/daily-settings.ts';
import { emptyFilterCard, repeatedCard } from '../views/problem.ts';
import { zoneOf } from '../zone.ts';
import { answerDaily } from './answering.ts';
import { isWaiting, planAnew, planFrom } from './planning.ts';
import { addDailyPost } from './posting.ts';
import { createSetUp } from './set-up.ts';
import { armDaily } from './timers.ts';

type Options = {
  readonly store: Store;
  readonly bank: BankIndex;
  readonly clock: Clock;
  readonly rules: ZoneRules;
  /** Makes a word that nobody can guess. */
  readonly token: () => string;
};

type DailyCommand = Extract<Command, { readonly kind: 'daily' }>;

const streaksShown = 3;

/** Commands and buttons of the daily question. */
export function createDailyFeature({ store, bank, clock, rules, token }: Options): Feature {
  const nothingFor = (settings: Pick<DailySettings, 'topic' | 'level'>): Card | null =>
    questionsFor(bank, settings).size > 0
      ? null
      : emptyFilterCard([settings.topic, settings.level].filter(Boolean).join(' '));

  async function turnOn(
    unit: Unit,
    settings: DailySettings,
    { caller }: Circumstances,
    ownZone: boolean,
  ): Promise<Card> {
    const { channel, scope, user } = caller;
    const nothing = nothingFor(settings);
    if (nothing !== null) return nothing;
    const pool = questionsFor(bank, settings).size;
    const now = clock.wall();
    // No local date twice, even if the time is set to a later hour of a day that has had its question, or failed to.
    const last = (await unit.daily.spentDates(channel)).filter((date) => date.length === 10).at(-1);
    const first = last === undefined ? addDays(localDate(now, settings.zone, rules), -1) : addDays(last, 1);
    const unset = { channel, scope, settings, setBy: user, on: true, nextDate: first, nextAt: now, rules: unplanned };
    let schedule = planFrom(unset, first, rules, now);
    while (await unit.daily.isSkipped(channel, schedule.nextDate)) {
      schedule = planFrom(schedule, addDays(schedule.nextDate, 1), rules);
    }
    await unit.daily.saveSchedule(schedule);
    await armDaily(unit, schedule, now);
    return dailyOnCard(settings, { date: schedule.nextDate, at: schedule.nextAt }, pool, ownZone);
  }

  async function turnOff(unit: Unit, { caller }: Circumstances): Promise<Card> {
    const schedule = await unit.daily.schedule(caller.channel);
    if (schedule === null || !schedule.on) return dailyOffCard(false);
    const off = { ...schedule, on: false };
    await unit.daily.saveSchedule(off);
    await armDaily(unit, off, clock.wall());
    return dailyOffCard(true);
  }

  async function skip(unit: Unit, { caller }: Circumstances): Promise<Card> {
    const stored = await unit.daily.schedule(caller.channel);
    if (stored === null || !stored.on) return dailyNotOnCard();
    const schedule = planAnew(stored, rules);
    const now = clock.wall();
    await unit.daily.skip(schedule.channel, schedule.nextDate);
    const following = planFrom(schedule, addDays(schedule.nextDate, 1), rules, now);
    await unit.daily.saveSchedule(following);
    await armDaily(unit, following, now);
    const next = isWaiting(following) ? null : { date: following.nextDate, at: following.nextAt };
    return dailySkippedCard(schedule.nextDate, next);
  }

  /** One at once, beside the schedule; its key is today's date with a letter, the scheduled one has none. */
  async function postNow(unit: Unit, { caller }: Circumstances): Promise<Card> {
    const { channel, scope } = caller;
    const schedule = await unit.daily.schedule(channel);
    const settings = schedule?.settings ?? { ping: null };
    const today = localDate(clock.wall(), await zoneOf(unit, channel, rules), rules);
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
    const stored = await unit.daily.schedule(channel);
    const schedule = stored === null ? null : planAnew(stored, rules);
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
      case 'on':
        return setUp.order(command.settings, circumstances);
      case 'off':
        return once((unit) => turnOff(unit, circumstances));
      case 'skip':
        return once((unit) => skip(unit, circumstances));
      case 'now':
        return once((unit) => postNow(unit, circumstances));
    }
  }

  const setUp = createSetUp({ store, clock, rules, token, nothingFor, turnOn });

  return {
    run: (command, circumstances) => (command.kind === 'daily' ? run(command, circumstances) : null),
    press: ({ verb, args }, circumstances) => {
      if (verb === 'zone') return setUp.choose(args, circumstances);
      if (verb !== 'daily') return null;
      return replyLater(() =>
        store.transact((unit) => answerDaily(unit, { bank, rules }, args, circumstances, clock.wall())),
      );
    },
  };
}

/** Ids of the questions that have an item for a filter. */
function questionsFor(bank: BankIndex, { topic, level }: Pick<DailySettings, 'topic' | 'level'>): ReadonlySet<string> {
  const items = bank.items(topic === undefined ? [] : [topic], level ?? null);
  return new Set(items.map(({ question }) => question.id));
}
