import type { Card } from '../../core/card.ts';
import type { Period } from '../../core/schedule/period.ts';
import { periodKeys, periods } from '../../core/schedule/period.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { Clock } from '../clock.ts';
import type { Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { PageLinks } from '../page-links.ts';
import type { Caller, Outcome } from '../ports.ts';
import type { Store, Unit } from '../store/store.ts';
import type { BoardQuery } from '../views/leaderboard.ts';
import { leaderboardCard, teamBoardCard } from '../views/leaderboard.ts';
import { staleCard } from '../views/problem.ts';
import { boardQuery } from './board-page.ts';
import { calendarZone } from './calendar.ts';

const pageSize = 10;

/** The last row that paging can reach; nobody looks for rank 10,000. */
const furthest = 10_000;

type Options = {
  readonly store: Store;
  readonly clock: Clock;
  readonly rules: ZoneRules;
  readonly links: () => PageLinks;
  /** Generates an unguessable token. */
  readonly token: () => string;
};

/** Boards of a channel or of the whole workspace or server, for people and for teams. */
export function createLeaderboardFeature({ store, clock, rules, links, token }: Options): Feature {
  async function show(
    unit: Unit,
    query: BoardQuery,
    { channel, scope, user, direct }: Caller,
    shared: boolean,
  ): Promise<Card> {
    const board = query.everywhere ? scope : channel;
    const period = periodKeys(clock.wall(), await calendarZone(unit, channel, rules), rules)[query.period];
    const place = { board, scope, channel: query.everywhere ? scope : channel };
    const page = links().board(await unit.scores.pageToken(place, token()), boardQuery(query));
    if (query.teams) {
      const rows = await unit.scores.teams(board, period, pageSize);
      return teamBoardCard(query, { rows, page, shared, direct });
    }
    const rows = await unit.scores.page(board, period, query.offset, pageSize);
    const own = await unit.scores.own(board, period, user);
    const count = await unit.scores.count(board, period);
    const streaks = new Map<string, number>();
    for (const row of query.everywhere ? [] : [...rows, ...(own === null ? [] : [own])]) {
      streaks.set(row.user, (await unit.daily.streak(channel, row.user))?.current ?? 0);
    }
    return leaderboardCard(query, {
      page,
      rows,
      own: shared ? null : own,
      count,
      streaks,
      pageSize,
      shared,
      direct,
    });
  }

  const answer = (query: BoardQuery, caller: Caller, place: 'new' | 'instead') =>
    replyLater(() => store.transact((unit) => show(unit, query, caller, false)), place);

  return {
    run: (command, { caller }) =>
      command.kind === 'leaderboard' ? answer({ ...command, offset: 0 }, caller, 'new') : null,
    press: ({ verb, args }, { caller }): Outcome | null => {
      if (verb !== 'board') return null;
      const query = readQuery(args);
      if (query === null) return reply(staleCard());
      if (args[4] !== 'share') return answer(query, caller, 'instead');
      const act = () => store.transact((unit) => show(unit, query, caller, true));
      return { kind: 'later', audience: 'channel', place: 'new', act };
    },
  };
}

/** The arguments of a board's button: period, `here` or `everywhere`, `people` or `teams`, offset. */
function readQuery([period, where, who, from]: readonly string[]): BoardQuery | null {
  const known = periods.find((candidate): candidate is Period => candidate === period);
  const offset = Number(from);
  if (known === undefined || !Number.isInteger(offset) || offset < 0 || offset > furthest) return null;
  return { period: known, everywhere: where === 'everywhere', teams: who === 'teams', offset };
}
