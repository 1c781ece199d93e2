import { describe, expect, it } from 'vitest';
import type { PracticeSession } from '../../../src/core/practice/session.ts';
import { isOver, missedIn, withAnswer } from '../../../src/core/practice/session.ts';

const request = { count: 2, topics: [], level: null };
const session: PracticeSession = {
  id: 'p',
  request,
  items: ['a', 'b'].map((question) => ({ question, item: 'i', asked: `hash of ${question}`, order: 0, why: 'new' })),
  answers: [],
  stopped: false,
  wish: request,
};
const right = { place: 1, correct: true, due: 5 };
const wrong = { place: 0, correct: false, due: 3 };

describe('a practice', () => {
  it('takes one answer to each question, in their order', () => {
    const once = withAnswer(session, 0, wrong);
    expect(once.answers).toEqual([wrong]);
    expect(withAnswer(once, 0, right)).toBe(once);
    expect(withAnswer(once, 2, right)).toBe(once);
    const twice = withAnswer(once, 1, right);
    expect([isOver(once), isOver(twice)]).toEqual([false, true]);
    expect(withAnswer(twice, 2, right)).toBe(twice);
    expect(missedIn(twice).map(({ question }) => question)).toEqual(['a']);
  });

  it('that was stopped takes none', () => {
    const stopped = { ...session, stopped: true };
    expect(isOver(stopped)).toBe(true);
    expect(withAnswer(stopped, 0, right)).toBe(stopped);
  });

  it('that somebody goes on with forgets what they wished for instead', () => {
    expect(withAnswer(session, 0, right).wish).toBeNull();
  });
});
