import type { Card } from '../../core/card.ts';
import type { DailyRequest } from '../../core/command/daily.ts';
import { readDailyZone } from '../../core/command/daily-zone.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import { zonesForLocale } from '../../core/schedule/locale-zones.ts';
import { readTimeZone, type UnknownZone } from '../../core/schedule/time-zones.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import { hindered } from '../dispatch/hindered.ts';
import { doOnce } from '../dispatch/once.ts';
import type { Environment } from '../environment.ts';
import type { Plan } from '../hindrance.ts';
import type { Outcome } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import { notAllowedCard } from '../views/daily-settings.ts';
import { chooseZoneCard, notYourDraftCard } from '../views/daily-zone.ts';
import { mistakeCard, repeatedCard, staleCard } from '../views/problem.ts';
import { nothingToAskCard, questionsFor } from './filter.ts';
import { turnOn } from './turning-on.ts';

type Options = Omit<Environment, 'random'> & {
  /** Makes a word that nobody can guess. */
  readonly token: () => string;
};

/** The way from `daily on` to a schedule with a time zone, which may take one question and one press. */
export function createSetUp({ token, ...environment }: Options): {
  readonly order: (request: DailyRequest, circumstances: Circumstances) => Outcome;
  /** `args` are those of the button: the draft and the chosen zone. */
  readonly choose: (args: readonly string[], circumstances: Circumstances) => Outcome;
} {
  const { bank, clock, rules } = environment;
  const once = async (event: string, change: (unit: Unit) => Promise<Card>) =>
    (await doOnce(event, environment, change)) ?? repeatedCard();

  /** Keeps what was said, and asks for the zone. */
  async function ask(
    typed: string,
    settings: Omit<DailySettings, 'zone'>,
    unknown: Omit<UnknownZone, 'kind'>,
    { caller: { channel, scope, user }, event }: Circumstances,
  ): Promise<Card> {
    const id = token();
    return once(event, async (unit) => {
      await unit.daily.addDraft({ id, channel, scope, user, settings, since: clock.wall() });
      return chooseZoneCard(typed, unknown, id);
    });
  }

  const set = (unit: Unit, settings: DailySettings, circumstances: Circumstances, ownZone = false) =>
    turnOn(unit, { settings, ownZone }, circumstances, environment);

  return {
    order: ({ zoneText, ...settings }, circumstances) => {
      const { event, locale } = circumstances;
      if (questionsFor(bank, settings).size === 0) return reply(nothingToAskCard(bank, settings));
      if (zoneText !== '') {
        const reading = readDailyZone(zoneText, rules, clock.wall(), bank.subject().topics);
        if (reading.kind === 'mistake') return reply(mistakeCard(reading));
        return replyLater(async () => {
          const stopped = await hindered(planOf(settings), circumstances);
          if (stopped !== null) return stopped;
          if (reading.kind === 'unknown') return ask(zoneText, settings, reading, circumstances);
          return once(event, (unit) => set(unit, { ...settings, zone: reading.zone }, circumstances));
        });
      }
      return replyLater(async () => {
        const stopped = await hindered(planOf(settings), circumstances);
        if (stopped !== null) return stopped;
        const own = readTimeZone((await circumstances.zone?.()) ?? '', rules, clock.wall());
        if (own.kind === 'unknown') {
          return ask('', settings, { suggestions: zonesForLocale(locale ?? null, rules) }, circumstances);
        }
        return once(event, (unit) => set(unit, { ...settings, zone: own.zone }, circumstances, true));
      });
    },
    choose: ([id = '', zone = ''], circumstances) => {
      const { caller, event } = circumstances;
      if (!caller.manages) return reply(notAllowedCard());
      return replyLater(async () => {
        const draft = await environment.store.transact((unit) => unit.daily.draft(id));
        const known = rules.resolve(zone);
        if (draft === null || known === null) return staleCard();
        if (draft.user !== caller.user || draft.channel !== caller.channel) return notYourDraftCard();
        const stopped = await hindered(planOf(draft.settings), circumstances);
        if (stopped !== null) return stopped;
        return once(event, (unit) => set(unit, { ...draft.settings, zone: known }, circumstances));
      }, 'instead');
    },
  };
}

function planOf({ thread, ping }: Omit<DailySettings, 'zone'>): Plan {
  return { kind: 'daily', thread, ping };
}
