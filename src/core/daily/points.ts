/** Points for a correct answer to a daily question. There is no bonus for speed: it is not a race. */
export const rightAnswerPoints = 500;

/** The points of one answer to a daily question. */
export function dailyPoints(correct: boolean): number {
  return correct ? rightAnswerPoints : 0;
}
