import type { Level } from '../question.ts';
import { levels } from '../question.ts';

/** Answers at a level before it tells anything. */
const enough = 5;

/** From this share of right answers on a level is too easy, and below the other it is too hard. */
const tooEasy = 0.8;
const tooHard = 0.6;

/** Whether an answer was right, and the level of what was asked. */
export type Rated = { readonly level: Level; readonly correct: boolean };

/**
 * The level at which somebody learns the most: where they are right in 60 to 80 % of their answers. Whoever has answered little
 * begins with what is easy, and goes up while that is too easy for them; where the next level is too hard, down again.
 */
export function fittingLevel(answers: readonly Rated[]): Level {
  const shares = levels.map((level) => {
    const own = answers.filter((answer) => answer.level === level);
    return own.length < enough ? null : own.filter(({ correct }) => correct).length / own.length;
  });
  const place = shares.findIndex((share) => share === null || share <= tooEasy);
  if (place === -1) return levels.at(-1) ?? 'hard';
  const isTooHard = (shares[place] ?? 1) < tooHard;
  return levels[isTooHard ? Math.max(0, place - 1) : place] ?? 'easy';
}
