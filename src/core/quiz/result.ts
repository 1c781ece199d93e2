import type { Standing, TeamStanding } from './standings.ts';
import { standings, teamStandingsAfter } from './standings.ts';
import type { Choice, QuizState } from './state.ts';
import { roundOf } from './state.ts';

/** `accuracy`: right among answered, in [0, 1]; null for somebody who answered nothing. */
export type PlayerResult = Standing & { readonly accuracy: number | null };

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
  const players = standings(state).map((row) => ({
    ...row,
    accuracy: row.answered === 0 ? null : row.right / row.answered,
  }));
  return {
    asked: state.closed.filter(({ kind }) => kind === 'played').length,
    podium: players.filter(({ rank, points }) => rank <= 3 && points > 0),
    players,
    teams: teamStandingsAfter(state, state.closed.length - 1),
    hardest: hardestOf(state),
  };
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

/** The closed questions to which a user gave no right answer, in order. */
export function missedBy(state: QuizState, user: string): readonly Missed[] {
  return state.closed.flatMap((closed, no) => {
    if (closed.kind !== 'played') return [];
    const choice = closed.round.answers.find((answer) => answer.user === user)?.choice ?? null;
    return choice === state.questions[no]?.correct ? [] : [{ no, choice }];
  });
}
