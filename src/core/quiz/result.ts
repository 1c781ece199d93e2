import type { Standing, TeamStanding } from './standings.ts';
import { standings, teamStandingsAfter } from './standings.ts';
import type { Choice, QuizState } from './state.ts';
import { roundOf } from './state.ts';

export type PlayerResult = Standing & {
  /** The rank among the members of the player's own team, by points; null for players without one. */
  readonly rankInTeam: number | null;
  /** Questions that count for the player: those they answered, and those that closed because time ran out. */
  readonly counted: number;
  /** Share of counted questions answered correctly, in [0, 1]; null if none counts. */
  readonly accuracy: number | null;
};

export type HardestQuestion = { readonly no: number; readonly right: number; readonly answered: number };

export type QuizResult = {
  /** Questions that were posted. */
  readonly asked: number;
  /** Ranks 1 to 3 of those who have points; more than three players in case of ties. */
  readonly podium: readonly PlayerResult[];
  readonly players: readonly PlayerResult[];
  readonly teams: readonly TeamStanding[];
  readonly hardest: HardestQuestion | null;
};

/** The result of a quiz, up to the last closed question. */
export function resultOf(state: QuizState): QuizResult {
  const countedFor = countedQuestions(state);
  const all = standings(state);
  const players = all.map((row) => {
    const counted = countedFor(row.user);
    return { ...row, rankInTeam: rankInTeam(row, all), counted, accuracy: counted === 0 ? null : row.right / counted };
  });
  return {
    asked: state.closed.filter(({ kind }) => kind === 'played').length,
    podium: players.filter(({ rank, points }) => rank <= 3 && points > 0),
    players,
    teams: teamStandingsAfter(state, state.closed.length - 1),
    hardest: hardestOf(state),
  };
}

/** Equal points share a rank, as among all. */
function rankInTeam({ team, points }: Standing, all: readonly Standing[]): number | null {
  return team === null ? null : 1 + all.filter((other) => other.team === team && other.points > points).length;
}

/** How many questions count for a player. One that was ended early, for instance by a skip, counts against nobody. */
function countedQuestions({ closed }: QuizState): (user: string) => number {
  const played = closed.filter((each) => each.kind === 'played');
  const ranOut = played.filter(({ limit }) => limit === null).length;
  const early = played.filter(({ limit }) => limit !== null).flatMap(({ round }) => round.answers);
  const answeredEarly = Map.groupBy(early, ({ user }) => user);
  return (user) => ranOut + (answeredEarly.get(user)?.length ?? 0);
}

/** The closed question with the lowest share of correct answers, the first in a tie; null if none was answered. */
function hardestOf(state: QuizState): HardestQuestion | null {
  const answered = state.closed
    .map((_, no) => {
      const answers = roundOf(state, no)?.answers ?? [];
      const right = answers.filter(({ choice }) => choice === state.questions[no]?.correct).length;
      return { no, right, answered: answers.length };
    })
    .filter((question) => question.answered > 0);
  return answered.reduce<HardestQuestion | null>(
    (hardest, each) =>
      hardest === null || each.right * hardest.answered < hardest.right * each.answered ? each : hardest,
    null,
  );
}

/** `choice`: the wrong option that the player chose; null for none. */
export type Missed = { readonly no: number; readonly choice: Choice | null };

/** The closed questions that count for a user and that they did not answer correctly, in order. */
export function missedBy(state: QuizState, user: string): readonly Missed[] {
  return state.closed.flatMap((closed, no) => {
    if (closed.kind !== 'played') return [];
    const choice = closed.round.answers.find((answer) => answer.user === user)?.choice ?? null;
    const isCounted = choice !== null || closed.limit === null;
    return isCounted && choice !== state.questions[no]?.correct ? [{ no, choice }] : [];
  });
}
