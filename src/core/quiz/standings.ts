import { compareText, rankByPoints } from './rank.ts';
import { pointsOf } from './score.ts';
import type { Player, QuizState } from './state.ts';
import { timeLimit } from './state.ts';
import type { TeamScore } from './teams.ts';
import { teamScores } from './teams.ts';

/** A player's totals so far. */
export type Tally = {
  readonly user: string;
  readonly name: string;
  readonly team: number | null;
  readonly points: number;
  readonly answered: number;
  readonly right: number;
  /** Time used over all questions, unanswered ones counting in full. Only decides the order among equals. */
  readonly ms: number;
};

/** `moved`: ranks gained (negative if lost) by the last question. Equal points share a rank. */
export type Standing = Tally & { readonly rank: number; readonly moved: number };

/** Everybody's rank after question `no` (counted from 0; −1 for before the first). Only closed questions count. */
export function standingsAfter(state: QuizState, no: number): readonly Standing[] {
  const before = new Map(ranked(state, no - 1).map(({ user, rank }) => [user, rank]));
  return ranked(state, no).map((row) => ({
    ...row,
    moved: no < 1 ? 0 : (before.get(row.user) ?? row.rank) - row.rank,
  }));
}

/** Everybody's rank after the last closed question. */
export function standings(state: QuizState): readonly Standing[] {
  return standingsAfter(state, state.closed.length - 1);
}

export type TeamStanding = TeamScore & { readonly rank: number };

/** The competing teams' ranks after question `no`; empty if everybody plays alone. */
export function teamStandingsAfter(state: QuizState, no: number): readonly TeamStanding[] {
  return rankByPoints(teamScores(state.teams, tallies(state, no)), (one, other) => one.no - other.no);
}

function ranked(state: QuizState, no: number) {
  return rankByPoints(tallies(state, no), (one, other) => one.ms - other.ms || compareText(one.user, other.user));
}

function tallies(state: QuizState, no: number): readonly Tally[] {
  const limit = timeLimit(state);
  const counted = new Map<string, { points: number; answered: number; right: number; ms: number }>();
  let played = 0;
  for (const [index, closed] of state.closed.slice(0, no + 1).entries()) {
    const correct = state.questions[index]?.correct;
    if (closed.kind !== 'played' || correct === undefined) continue;
    played += 1;
    for (const answer of closed.round.answers) {
      const sum = counted.get(answer.user) ?? { points: 0, answered: 0, right: 0, ms: 0 };
      counted.set(answer.user, {
        points: sum.points + pointsOf(state, answer, correct),
        answered: sum.answered + 1,
        right: sum.right + Number(answer.choice === correct),
        ms: sum.ms + answer.ms,
      });
    }
  }
  return state.players.map((player) => toTally(player, counted.get(player.user), played, limit));
}

function toTally(
  { user, name, team }: Player,
  sum: { points: number; answered: number; right: number; ms: number } | undefined,
  played: number,
  limit: number,
): Tally {
  const { points, answered, right, ms } = sum ?? { points: 0, answered: 0, right: 0, ms: 0 };
  return { user, name, team: team?.no ?? null, points, answered, right, ms: ms + (played - answered) * limit };
}
