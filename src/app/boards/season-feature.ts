import type { Card } from '../../core/card.ts';
import { announce } from '../daily/announcing.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import type { Caller, Outcome } from '../ports.ts';
import { quizId } from '../quiz/opening.ts';
import type { Season } from '../store/season.ts';
import { seasonPeriod } from '../store/season.ts';
import type { Unit } from '../store/store.ts';
import { notAllowedCard } from '../views/daily-settings.ts';
import { staleCard } from '../views/problem.ts';
import {
  noSeasonCard,
  seasonBegunCard,
  seasonBoardCard,
  seasonEndCard,
  seasonGoesOnCard,
  seasonNeedsChannelCard,
  seasonStartedCard,
} from '../views/season.ts';

const pageSize = 10;

/** The last row that paging can reach, as on other boards. */
const furthest = 10_000;

/** Boards over several quizzes of a channel, begun and ended by those who run it. */
export function createSeasonFeature({
  store,
  clock,
  random,
}: Pick<Environment, 'store' | 'clock' | 'random'>): Feature {
  async function show(unit: Unit, { channel, user, manages }: Caller): Promise<Card> {
    const season = await unit.seasons.latest(channel);
    return season === null ? noSeasonCard(manages) : board(unit, season, user, 0);
  }

  async function start(unit: Unit, name: string, circumstances: Circumstances): Promise<Card> {
    const { caller, event } = circumstances;
    const { channel, scope } = caller;
    const now = clock.wall();
    const going = await unit.seasons.current(channel);
    if (!(await unit.isNew(event, now))) return going === null ? noSeasonCard(true) : seasonStartedCard(going.name);
    if (going !== null) return seasonGoesOnCard(going);
    const began = await unit.seasons.start({ id: quizId(random), channel, scope, name, startedAt: now });
    const other = began ? null : await unit.seasons.current(channel);
    if (other !== null) return seasonGoesOnCard(other);
    await announce(unit, circumstances, { card: seasonBegunCard(caller, name), promises: false }, now);
    return seasonStartedCard(name);
  }

  async function askToEnd(unit: Unit, { channel }: Caller): Promise<Card> {
    const going = await unit.seasons.current(channel);
    return going === null ? noSeasonCard(true) : seasonEndCard(going);
  }

  async function end(unit: Unit, season: Season, circumstances: Circumstances): Promise<Card> {
    const now = clock.wall();
    if (!(await unit.seasons.end(season.id, now))) return board(unit, season, circumstances.caller.user, 0);
    const over = { ...season, endedAt: now };
    await announce(unit, circumstances, { card: await board(unit, over, null, 0), promises: false }, now);
    return board(unit, over, circumstances.caller.user, 0);
  }

  /** What a button does with the season that it is of, if that is one of the channel where it stands. */
  const about = (id: string, { caller }: Circumstances, act: (unit: Unit, season: Season) => Promise<Card>) =>
    store.transact(async (unit) => {
      const season = await unit.seasons.find(id);
      return season === null || season.channel !== caller.channel ? staleCard() : act(unit, season);
    });

  function press([id = '', what, from]: readonly string[], by: Circumstances): Outcome {
    const offset = Number(from ?? 0);
    if (!Number.isInteger(offset) || offset < 0 || offset > furthest) return reply(staleCard());
    const shown = (reader: string | null) => about(id, by, (unit, season) => board(unit, season, reader, offset));
    if (what === 'page') return replyLater(() => shown(by.caller.user), 'instead');
    if (what === 'share') return { kind: 'later', audience: 'channel', place: 'new', act: () => shown(null) };
    if (what !== 'end') return reply(staleCard());
    if (!by.caller.manages) return reply(notAllowedCard());
    return replyLater(() => about(id, by, (unit, season) => end(unit, season, by)), 'instead');
  }

  return {
    run: (command, circumstances) => {
      if (command.kind !== 'season') return null;
      const { caller } = circumstances;
      if (caller.direct) return reply(seasonNeedsChannelCard());
      if (command.action === 'show') return replyLater(() => store.transact((unit) => show(unit, caller)));
      if (!caller.manages) return reply(notAllowedCard());
      const act =
        command.action === 'start'
          ? (unit: Unit) => start(unit, command.name, circumstances)
          : (unit: Unit) => askToEnd(unit, caller);
      return replyLater(() => store.transact(act));
    },
    press: ({ verb, args }, circumstances) => (verb === 'season' ? press(args, circumstances) : null),
  };
}

/** A page of a season's board, for one reader or (null) for all. */
async function board(unit: Unit, season: Season, reader: string | null, offset: number): Promise<Card> {
  const { channel, id } = season;
  const period = seasonPeriod(id);
  const rows = await unit.scores.page(channel, period, offset, pageSize);
  const count = await unit.scores.count(channel, period);
  const own = reader === null ? null : await unit.scores.own(channel, period, reader);
  return seasonBoardCard(season, { rows, count, own, offset, pageSize, shared: reader === null });
}
