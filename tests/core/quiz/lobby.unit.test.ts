import { describe, expect, it } from 'vitest';
import { openQuiz } from '../../../src/core/quiz/open.ts';
import type { Course, Happening } from './given.ts';
import { arm, given, join, opened, opening, order, out, start, timer } from './given.ts';

const joins = (...users: readonly string[]): readonly Happening[] => users.map((user) => [0, join(user)]);
const leave: Happening = [0, { kind: 'leave', user: 'ann' }];
const teamsOf = ({ state }: Course) => state.players.map(({ team }) => team?.no);

describe('the lobby', () => {
  const empty = given(opened());
  const one = empty.when([0, join('ann')]);

  it('is posted and timed when the quiz opens', () => {
    expect(openQuiz(opening()).effects).toEqual([{ kind: 'post-lobby' }, arm('lobby', 30_000)]);
  });

  it('has its host in it, who plays alone when nobody else comes, and may leave', () => {
    const { state } = openQuiz(opening());
    expect(state.players).toEqual([{ user: 'host', name: 'Host', team: null }]);
    given(state)
      .when([30_000, timer('lobby')])
      .thenPhase({ kind: 'asking' })
      .thenDone({ kind: 'edit-lobby' }, { kind: 'post-question', no: 0 });
    given(state)
      .when([0, join('host')])
      .thenRefused('already-joined')
      .when([1, { kind: 'leave', user: 'host' }])
      .thenDone({ kind: 'edit-lobby' })
      .when([30_000, timer('lobby')])
      .thenPhase({ kind: 'over', reason: 'nobody' });
  });

  it('is no waiting room where surely nobody else could join', () => {
    const { state, effects } = openQuiz({ ...opening({ teams: 2 }), alone: true });
    expect(effects).toEqual([{ kind: 'post-lobby' }, { kind: 'post-question', no: 0 }]);
    expect(state).not.toHaveProperty('alone');
    expect(state.players).toEqual([{ user: 'host', name: 'Host', team: { no: 0, chosen: false } }]);
    given(state)
      .when(out(0, 200), [300, join('late')])
      .thenTaken();
  });

  it('takes each player once', () => {
    const twice = one
      .thenDone({ kind: 'edit-lobby' })
      .when([0, join('ann')])
      .thenRefused('already-joined');
    expect(twice.state.players).toHaveLength(1);
  });

  it('lets players leave, and only those who are in', () => {
    const left = one.when(leave).thenTaken();
    expect(left.state.players).toEqual([]);
    left.when(leave).thenRefused('not-joined');
  });

  it('ends with the first question when its time is up', () => {
    one
      .when([30_000, timer('lobby')])
      .thenPhase({ kind: 'asking' })
      .thenDone({ kind: 'edit-lobby' }, { kind: 'post-question', no: 0 });
  });

  it('ends the quiz when nobody is in it', () => {
    empty
      .when([30_000, timer('lobby')])
      .thenPhase({ kind: 'over', reason: 'nobody', at: start + 30_000 })
      .thenDone({ kind: 'edit-lobby' }, { kind: 'finish', reason: 'nobody', again: false });
  });

  it('is not ended by a timer that comes before its time, which is armed again', () => {
    one.when([29_999, timer('lobby')]).thenRefused('stale', arm('lobby', 30_000));
  });

  it('is cut short by the host or a manager, nobody else, and not while it is empty', () => {
    one.when([1, order('start', 'ann')]).thenRefused('not-host');
    empty.when([1, order('start')]).thenRefused('nobody-joined');
    one
      .when([1, order('start', 'boss', true)])
      .thenDone('disarm', 'edit-lobby', 'post-question')
      .when([2, order('start')])
      .thenRefused('already-started');
  });

  it('ends the quiz when the bot loses a permission or the host stops', () => {
    empty.when([1, { kind: 'lost', reason: 'thread' }]).thenPhase({ kind: 'over', reason: 'lost-permission' });
    empty.when([1, order('stop')]).thenDone('disarm', 'edit-lobby', 'finish');
  });
});

describe('teams in the lobby', () => {
  const two = given(opened({ teams: 2 }));
  const three = given(opened({ teams: 3 }));

  it('are filled evenly, and chosen', () => {
    const four = three.when([0, join('a')], [0, join('b', 0)], [0, join('c')], [0, join('d')]);
    expect(teamsOf(four)).toEqual([0, 0, 1, 2]);
    expect(teamsOf(four.when([0, join('a', 2)]))).toEqual([2, 0, 1, 2]);
  });

  it('are balanced at the start without moving those who chose', () => {
    const chosen = ['a', 'b', 'c'].map((user): Happening => [0, join(user, 1)]);
    expect(teamsOf(two.when(...joins('d', 'e', 'f'), ...chosen, [1, order('start')]))).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('can be chosen only if they exist, and only before the start', () => {
    given(opened())
      .when([0, join('a', 0)])
      .thenRefused('no-such-team');
    two.when([0, join('a', 2)]).thenRefused('no-such-team');
    two.when([0, join('a')], [1, order('start')], [2, join('a', 1)]).thenRefused('already-started');
  });

  it('without a member get none while the quiz runs', () => {
    const members = [0, 0, 1, 1].map((team, index): Happening => [0, join(`p${index}`, team)]);
    const late = three.when(...members, [1, order('start')], [2, join('late')], [2, join('later', 2)]);
    expect(teamsOf(late)).toEqual([0, 0, 1, 1, 0, 1]);
  });
});
