import { compareText } from './rank.ts';
import type { Standing, TeamStanding } from './standings.ts';
import { standingsAfter, teamStandingsAfter } from './standings.ts';
import type { Choice, QuizState } from './state.ts';
import { findPlayer, roundOf } from './state.ts';

/** Number of standings shown at every reveal. */
const topCount = 5;

/** What everybody may know about a question once it is closed. */
export type Reveal = {
  readonly no: number;
  readonly correct: Choice;
  /** How many chose A, B, C, D. */
  readonly counts: readonly [number, number, number, number];
  readonly answered: number;
  readonly players: number;
  /** The fastest correct answer; ties in the order of user keys. */
  readonly fastest: { readonly user: string; readonly name: string; readonly ms: number } | null;
  readonly top: readonly Standing[];
  /** Everybody whose rank changed, biggest gains first. */
  readonly moved: readonly Standing[];
  readonly teams: readonly TeamStanding[];
};

/** The reveal of question `no`; null if it is open or has not been asked. */
export function revealOf(state: QuizState, no: number): Reveal | null {
  const question = state.questions[no];
  if (question === undefined || state.closed[no] === undefined) return null;
  const answers = roundOf(state, no)?.answers ?? [];
  const count = (choice: Choice) => answers.filter((answer) => answer.choice === choice).length;
  const [fastest] = answers
    .filter(({ choice }) => choice === question.correct)
    .toSorted((one, other) => one.ms - other.ms || compareText(one.user, other.user));
  const standings = standingsAfter(state, no);
  return {
    no,
    correct: question.correct,
    counts: [count(0), count(1), count(2), count(3)],
    answered: answers.length,
    players: state.players.length,
    fastest:
      fastest === undefined
        ? null
        : { user: fastest.user, name: findPlayer(state, fastest.user)?.name ?? fastest.user, ms: fastest.ms },
    top: standings.slice(0, topCount),
    moved: standings.filter(({ moved }) => moved !== 0).toSorted((one, other) => other.moved - one.moved),
    teams: teamStandingsAfter(state, no),
  };
}
