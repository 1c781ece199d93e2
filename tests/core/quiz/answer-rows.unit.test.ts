import { describe, expect, it } from 'vitest';
import { answerRows } from '../../../src/core/quiz/answer-rows.ts';
import { resultOf } from '../../../src/core/quiz/result.ts';
import type { ClosedRound, QuizState } from '../../../src/core/quiz/state.ts';
import { sampleState } from '../../storage/samples.ts';

const picked = { question: 'q', item: 'i', asked: 'h', order: [0, 1, 2, 3], correct: 1 } as const;

/** A question that was answered by these people, and ended early or because its time was up. */
const played = (answers: readonly (readonly [string, 0 | 1, number])[], limit: number | null = null): ClosedRound => ({
  kind: 'played',
  round: {
    openedAt: 0,
    skew: 0,
    breaks: [],
    answers: answers.map(([user, choice, ms]) => ({ user: `slack:T1:${user}`, choice, ms })),
  },
  limit,
  until: 0,
});

const state: QuizState = {
  ...sampleState('quiz'),
  settings: { seconds: 20 } as QuizState['settings'],
  questions: [picked, picked, picked],
  closed: [
    played([
      ['U2', 1, 2000],
      ['U1', 0, 500],
    ]),
    { kind: 'unposted' },
    played([['U1', 1, 20_000]], 9),
  ],
};

describe('what everybody answered', () => {
  it('is a row for each player and question that counts, in the order of both', () => {
    expect(
      answerRows(state).map(({ player, no, answer, right, points }) => [player.name, no, answer?.ms, right, points]),
    ).toEqual([
      ['Ada', 0, 500, false, 0],
      ['Bob', 0, 2000, true, 950],
      // The third one ended early: who had not answered has no row.
      ['Ada', 2, 20_000, true, 500],
    ]);
  });

  it('has a row without an answer for whoever let the time run out', () => {
    const silent = { ...state, closed: [played([['U1', 1, 0]])] };
    expect(answerRows(silent).map(({ player, answer, points }) => [player.name, answer, points])).toEqual([
      ['Ada', { choice: 1, ms: 0 }, 1000],
      ['Bob', null, 0],
    ]);
  });

  it('adds up to the result', () => {
    const rows = answerRows(state);
    for (const { user, points, counted } of resultOf(state).players) {
      const own = rows.filter(({ player }) => player.user === user);
      expect(own.reduce((sum, row) => sum + row.points, 0)).toBe(points);
      expect(own).toHaveLength(counted);
    }
  });
});
