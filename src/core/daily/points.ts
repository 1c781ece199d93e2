/** Points for a daily question answered right. There is no bonus for speed: the daily question is no race. */
export const rightAnswerPoints = 500;

/** The points of one answer to a daily question. */
export function dailyPoints(correct: boolean): number {
  return correct ? rightAnswerPoints : 0;
}
