import { describe, expect, it } from 'vitest';
import type { Interview, InterviewQuestion } from '../../../src/core/interview/interview.ts';
import { endsAt, isRight, isTimeUp, revealed, ticked } from '../../../src/core/interview/interview.ts';
import { nextQuestion } from '../../../src/core/interview/next-question.ts';
import { reportOf } from '../../../src/core/interview/report.ts';
import { createRandom } from '../../../src/core/quiz/random.ts';

const minute = 60_000;

function question(changed: Partial<InterviewQuestion> = {}): InterviewQuestion {
  return {
    ...{ question: 'stride', title: 'What is stride?', topic: 'vision', level: 'easy' },
    ...{
      points: ['The first one.', 'The second one.', 'The third one.'],
      followUp: false,
      revealed: false,
      ticked: [],
    },
    ...changed,
  };
}

const interview = (...questions: readonly InterviewQuestion[]): Interview => ({
  ...{ id: 'i', request: { minutes: 5, topics: [], level: null }, began: 1000, ended: false, wish: null },
  questions,
});

describe('the checklist', () => {
  const shown = interview(question(), question({ revealed: true }));

  it('is ticked once the answer was shown, each point once however often it arrives', () => {
    const once = ticked(shown, 1, 2, true);
    expect(ticked(ticked(once, 1, 2, true), 1, 0, true).questions[1]?.ticked).toEqual([0, 2]);
    expect(ticked(once, 1, 2, false).questions[1]?.ticked).toEqual([]);
    const before = interview(question());
    expect(ticked(before, 0, 0, true).questions[0]?.ticked).toEqual([]);
    expect(revealed(before, 0).questions[0]?.revealed).toBe(true);
  });

  it('stands as it is once the interview has gone on or ended, and has no other points', () => {
    expect(ticked(shown, 0, 0, true)).toBe(shown);
    expect(ticked({ ...shown, ended: true }, 1, 0, true).questions).toEqual(shown.questions);
    expect(ticked(shown, 1, 3, true).questions).toEqual(shown.questions);
    expect(ticked(shown, 1, -1, true).questions).toEqual(shown.questions);
  });

  it('counts as right from two points in three on', () => {
    const right = (all: number, said: number) =>
      isRight({
        points: Array.from({ length: all }, String),
        ticked: Array.from({ length: said }, (_, place) => place),
      });
    expect([right(3, 1), right(3, 2), right(4, 2), right(4, 3), right(5, 3), right(5, 4), right(6, 4)]).toEqual([
      ...[false, true, false, true],
      ...[false, true, true],
    ]);
  });
});

describe('the time', () => {
  it('is up after so many minutes, or when somebody ends it', () => {
    expect(endsAt(interview())).toBe(1000 + 5 * minute);
    expect([isTimeUp(interview(), 5 * minute), isTimeUp(interview(), 1000 + 5 * minute)]).toEqual([false, true]);
    expect(isTimeUp({ ...interview(), ended: true }, 1000)).toBe(true);
  });
});

describe('the next question', () => {
  const pool = [
    { id: 'a', topic: 'vision', related: ['gone', 'b', 'c'] },
    { id: 'b', topic: 'vision', related: ['a', 'c'] },
    { id: 'c', topic: 'vision', related: ['d'] },
    { id: 'd', topic: 'vision', related: [] },
    { id: 'e', topic: 'losses', related: [] },
  ];
  const asked = (id: string, followUp = false) => question({ question: id, topic: 'vision', followUp });
  const chance = createRandom(7);

  it('is what an interviewer asks after the one before, unless it was asked already', () => {
    expect(nextQuestion(pool, [asked('a')], chance)).toEqual({ id: 'b', followUp: true });
    expect(nextQuestion(pool, [asked('a'), asked('b', true)], chance)).toEqual({ id: 'c', followUp: true });
  });

  it('is of a topic that was asked least after two follow-ups in a row, or where none is left', () => {
    expect(nextQuestion(pool, [asked('a'), asked('b', true), asked('c', true)], chance)).toEqual({
      ...{ id: 'e', followUp: false },
    });
    expect(nextQuestion(pool, [asked('d')], chance)).toEqual({ id: 'e', followUp: false });
  });

  it('is any of the pool at first, and none once all were asked', () => {
    const first = new Set(Array.from({ length: 200 }, () => nextQuestion(pool, [], chance)?.id));
    expect([...first].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(
      nextQuestion(
        pool,
        pool.map(({ id }) => asked(id)),
        chance,
      ),
    ).toBeNull();
    expect(nextQuestion([], [], chance)).toBeNull();
  });
});

describe('the report', () => {
  it('adds points up by topic, the weakest first, and names what fell short', () => {
    const report = reportOf(
      interview(
        question({ question: 'a', revealed: true, ticked: [0, 1, 2] }),
        question({ question: 'b', topic: 'losses', revealed: true, ticked: [1] }),
        question({ question: 'c', topic: 'losses', revealed: true }),
        question({ question: 'd' }),
      ),
    );
    expect(report).toMatchObject({ said: 4, all: 9 });
    expect(report.topics).toEqual([
      { topic: 'losses', said: 1, all: 6 },
      { topic: 'vision', said: 3, all: 3 },
    ]);
    expect(report.readAgain.map((one) => one.question)).toEqual(['c', 'b']);
  });
});
