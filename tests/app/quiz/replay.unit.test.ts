import { expect, it } from 'vitest';
import { replay } from '../../../src/app/quiz/replay.ts';
import { asking, skew, start } from '../../core/quiz/given.ts';

const answer = (user: string, at: number) => ({
  ...{ no: 0, user, name: user, choice: 1 },
  ...{ at: start + at - skew, received: start + at },
});

it('every answer that was accepted counts, also of somebody new after all who had joined', () => {
  const { state, effects } = replay(asking(['ann', 'bob']), [
    answer('ann', 2000),
    answer('bob', 3000),
    answer('cid', 3100),
  ]);
  const [closed] = state.closed;
  expect(closed?.kind === 'played' && closed.round.answers.map(({ user }) => user)).toEqual(['ann', 'bob', 'cid']);
  expect(effects.map(({ kind }) => kind)).toContain('reveal');
});

it('a question is closed as soon as nobody is waited for, and not before', () => {
  expect(replay(asking(['ann', 'bob']), [answer('ann', 2000)]).state.closed).toEqual([]);
  expect(replay(asking(['ann', 'bob']), [answer('ann', 2000), answer('bob', 3000)]).state.closed).toHaveLength(1);
});
