import type { Card } from '../../core/card.ts';
import type { Command } from '../../core/command.ts';
import { areSameSettings, type DailySettings } from '../../core/daily/settings.ts';
import { aliveSince } from '../../core/daily/streak.ts';
import { addDays, localDate } from '../../core/schedule/local-date.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Clock } from '../clock.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import { unplanned } from '../store/daily.ts';
import type { Store, Unit } from '../store/store.ts';
import { dailyNotOnCard, dailyOffCard, dailyOnCard, dailyStatusCard, notAllowedCard } from '../views/daily-settings.ts';
import { dailyEndedCard, dailySetCard } from '../views/daily-told.ts';
import { emptyFilterCard, repeatedCard, staleCard } from '../views/problem.ts';
import { answerDaily } from './answering.ts';
import { askAtOnce } from './asking.ts';
import { dueStill, lastTaken, pendingSkips } from './coming.ts';
import { planAnew, planFrom } from './planning.ts';
import { createSetUp } from './set-up.ts';
import { leaveOut, putBack } from './skips.ts';
import { tellChannel } from './telling.ts';
import { armDaily } from './timers.ts';

type Options = {
  readonly store: Store;
  readonly bank: BankIndex;
  readonly clock: Clock;
  readonly rules: ZoneRules;
  /** Chance in [0, 1). */
  readonly random: () => number;
  /** Makes a word that nobody can guess. */
  readonly token: () => string;
};

type DailyCommand = Extract<Command, { readonly kind: 'daily' }>;

const streaksShown = 3;

/** Commands and buttons of the daily question. */
export function createDailyFeature({ store, bank, clock, rules, random, token }: Options): Feature {
  const nothingFor = (settings: Pick<DailySettings, 'topic' | 'level'>): Card | null =>
    questionsFor(bank, settings).size > 0
      ? null
      : emptyFilterCard([settings.topic, settings.level].filter(Boolean).join(' '));

  async function turnOn(
    unit: Unit,
    settings: DailySettings,
    circumstances: Circumstances,
    ownZone: boolean,
  ): Promise<Card> {
    const { channel, scope, user } = circumstances.caller;
    const nothing = nothingFor(settings);
    if (nothing !== null) return nothing;
    const pool = questionsFor(bank, settings).size;
    const now = clock.wall();
    const before = await unit.daily.lockSchedule(channel);
    const unskipped = before?.on === true ? await pendingSkips(unit, before, rules, now) : [];
    for (const date of await unit.daily.skips(channel)) await unit.daily.unskip(channel, date);
    // No local date twice, even if the time is set to a later hour of a day that has had its question, or failed to.
    const last = await lastTaken(unit, channel, rules, before?.settings.zone === settings.zone ? null : settings.zone);
    const yesterday = addDays(localDate(now, settings.zone, rules), -1);
    const unset = {
      channel,
      scope,
      settings,
      setBy: user,
      on: true,
      nextDate: yesterday,
      nextAt: now,
      rules: unplanned,
    };
    const soonest = planFrom(unset, yesterday, rules, now);
    const planned = last === null ? soonest : planFrom(unset, addDays(last, 1), rules, now);
    const due = before === null ? null : dueStill(before, settings, rules, now);
    const schedule = due === null ? planned : { ...planned, nextDate: due.date, nextAt: due.at };
    await unit.daily.saveSchedule(schedule);
    await armDaily(unit, schedule, now);
    const next = { date: schedule.nextDate, at: schedule.nextAt };
    const change = before?.on === true;
    if (!change || unskipped.length > 0 || !areSameSettings(before.settings, settings)) {
      const card = dailySetCard(circumstances.caller, settings, next, change);
      await tellChannel(unit, circumstances, { card, promises: true }, now);
    }
    const had = schedule.nextDate > soonest.nextDate;
    return dailyOnCard(settings, next, pool, ownZone, { had, unskipped });
  }

  async function turnOff(unit: Unit, circumstances: Circumstances): Promise<Card> {
    const { caller } = circumstances;
    const schedule = await unit.daily.lockSchedule(caller.channel);
    if (schedule === null || !schedule.on) return dailyOffCard(false);
    const off = { ...schedule, on: false };
    await unit.daily.saveSchedule(off);
    await armDaily(unit, off, clock.wall());
    await tellChannel(unit, circumstances, { card: dailyEndedCard(caller), promises: false }, clock.wall());
    return dailyOffCard(true);
  }

  async function skip(unit: Unit, circumstances: Circumstances): Promise<Card> {
    const stored = await unit.daily.lockSchedule(circumstances.caller.channel);
    if (stored === null || !stored.on) return dailyNotOnCard('skip');
    return leaveOut(unit, { stored, circumstances, rules, now: clock.wall() });
  }

  async function unskip(unit: Unit, date: string | null, circumstances: Circumstances): Promise<Card> {
    const stored = await unit.daily.lockSchedule(circumstances.caller.channel);
    if (stored === null || !stored.on) return dailyNotOnCard('take back');
    return putBack(unit, date, { stored, circumstances, rules, now: clock.wall() });
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
      { asked: pool.size - left, left },
      await unit.daily.longestStreaks(channel, since, streaksShown),
      schedule === null ? [] : await pendingSkips(unit, schedule, rules, clock.wall()),
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
      case 'unskip':
        return once((unit) => unskip(unit, null, circumstances));
      case 'now':
        return once((unit) => askAtOnce(unit, caller, { bank, rules, now: clock.wall(), random }));
    }
  }

  const setUp = createSetUp({ store, clock, rules, token, nothingFor, turnOn });

  return {
    run: (command, circumstances) => (command.kind === 'daily' ? run(command, circumstances) : null),
    press: ({ verb, args }, circumstances) => {
      if (verb === 'zone') return setUp.choose(args, circumstances);
      if (verb === 'unskip') {
        if (!circumstances.caller.manages) return reply(notAllowedCard());
        if (!isDate(args[0]) || args.length !== 1) return reply(staleCard());
        const date = args[0];
        return replyLater(() => store.transact((unit) => unskip(unit, date, circumstances)), 'instead');
      }
      if (verb !== 'daily') return null;
      return replyLater(() =>
        store.transact((unit) => answerDaily(unit, { bank, rules }, args, circumstances, clock.wall())),
      );
    },
  };
}

function isDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(Date.parse(text));
}

/** Ids of the questions that have an item for a filter. */
function questionsFor(bank: BankIndex, { topic, level }: Pick<DailySettings, 'topic' | 'level'>): ReadonlySet<string> {
  const items = bank.items(topic === undefined ? [] : [topic], level ?? null);
  return new Set(items.map(({ question }) => question.id));
}
