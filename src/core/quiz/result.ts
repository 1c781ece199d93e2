import type { Standing, TeamStanding } from './standings.ts';
import { standings, teamStandingsAfter } from './standings.ts';
import type { Choice, QuizState } from './state.ts';
import { roundOf } from './state.ts';

export type PlayerResult = Standing & {
  /** Questions that count for the player: those they answered, and those whose time ran out. */
  readonly counted: number;
  /** Right among counted, in [0, 1]; null where nothing counts. */
  readonly accuracy: number | null;
};

export type HardestQuestion = { readonly no: number; readonly right: number; readonly answered: number };

export type QuizResult = {
  /** Questions that were put to the players. */
  readonly asked: number;
  /** Ranks 1 to 3 of those who have points: more than three players where there are ties. */
  readonly podium: readonly PlayerResult[];
  readonly players: readonly PlayerResult[];
  readonly teams: readonly TeamStanding[];
  readonly hardest: HardestQuestion | null;
};

/** The result of a quiz as far as its questions are closed. */
export function resultOf(state: QuizState): QuizResult {
  const countedFor = countedQuestions(state);
  const players = standings(state).map((row) => {
    const counted = countedFor(row.user);
    return { ...row, counted, accuracy: counted === 0 ? null : row.right / counted };
  });
  return {
    asked: state.closed.filter(({ kind }) => kind === 'played').length,
    podium: players.filter(({ rank, points }) => rank <= 3 && points > 0),
    players,
    teams: teamStandingsAfter(state, state.closed.length - 1),
    hardest: hardestOf(state),
  };
}

/** How many questions count for a player. One that was ended early, as by a skip, counts against nobody. */
function countedQuestions({ closed }: QuizState): (user: string) => number {
  const played = closed.filter((each) => each.kind === 'played');
  const ranOut = played.filter(({ limit }) => limit === null).length;
  const early = played.filter(({ limit }) => limit !== null).flatMap(({ round }) => round.answers);
  const answeredEarly = Map.groupBy(early, ({ user }) => user);
  return (user) => ranOut + (answeredEarly.get(user)?.length ?? 0);
}

/** The closed question with the lowest share of right answers, the first of equals; null when none was answered. */
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

/** `choice`: what the player chose instead of the right option; null: nothing. */
export type Missed = { readonly no: number; readonly choice: Choice | null };

/** The closed questions that count for a user and to which they gave no right answer, in order. */
export function missedBy(state: QuizState, user: string): readonly Missed[] {
  return state.closed.flatMap((closed, no) => {
    if (closed.kind !== 'played') return [];
    const choice = closed.round.answers.find((answer) => answer.user === user)?.choice ?? null;
    const isCounted = choice !== null || closed.limit === null;
    return isCounted && choice !== state.questions[no]?.correct ? [{ no, choice }] : [];
  });
}
