import { describe, expect, it } from 'vitest';
import { openQuiz } from '../../../src/core/quiz/open.ts';
import { defaultSettings } from '../../../src/core/quiz/settings.ts';
import { course, join, kinds, opened, order, questions, start, timer } from './given.ts';

const teamsOf = (state: ReturnType<typeof opened>) => state.players.map(({ team }) => team?.no);

describe('the lobby', () => {
  it('is posted and timed when the quiz opens', () => {
    const host = { user: 'h', name: 'H' };
    const opening = {
      id: 'z',
      channel: 'c',
      host,
      settings: defaultSettings,
      questions: questions(10),
      seed: 1,
      now: 0,
    };
    expect(openQuiz(opening).effects).toEqual([
      { kind: 'post-lobby' },
      { kind: 'arm', timer: 'lobby', no: 0, due: 30_000 },
    ]);
  });

  it('takes each player once', () => {
    expect(course(opened(), [0, join('ann')]).effects).toEqual([{ kind: 'edit-lobby' }]);
    const { state, refusal } = course(opened(), [0, join('ann')], [0, join('ann')]);
    expect(refusal).toEqual({ kind: 'already-joined' });
    expect(state.players).toHaveLength(1);
  });

  it('lets players leave, and only those who are in', () => {
    const left = course(opened(), [0, join('ann')], [0, { kind: 'leave', user: 'ann' }]);
    expect(left.state.players).toEqual([]);
    expect(course(left.state, [0, { kind: 'leave', user: 'ann' }]).refusal).toEqual({ kind: 'not-joined' });
  });

  it('ends with the first question when its time is up', () => {
    const { state, effects } = course(opened(), [0, join('ann')], [30_000, timer('lobby')]);
    expect(state.phase.kind).toBe('asking');
    expect(effects).toEqual([{ kind: 'edit-lobby' }, { kind: 'post-question', no: 0 }]);
  });

  it('ends the quiz when nobody has joined', () => {
    const { state, effects } = course(opened(), [30_000, timer('lobby')]);
    expect(state.phase).toEqual({ kind: 'over', reason: 'nobody', at: start + 30_000 });
    expect(effects).toEqual([{ kind: 'edit-lobby' }, { kind: 'finish', reason: 'nobody', again: false }]);
  });

  it('is not ended by a timer that comes before its time, which is armed again', () => {
    const early = course(opened(), [0, join('ann')], [29_999, timer('lobby')]);
    expect(early.refusal).toEqual({ kind: 'stale' });
    expect(early.effects).toEqual([{ kind: 'arm', timer: 'lobby', no: 0, due: start + 30_000 }]);
  });

  it('is cut short by the host or a manager, nobody else, and not while it is empty', () => {
    const one = course(opened(), [0, join('ann')]).state;
    expect(course(one, [1, order('start', 'ann')]).refusal).toEqual({ kind: 'not-host' });
    expect(course(opened(), [1, order('start')]).refusal).toEqual({ kind: 'nobody-joined' });
    const begun = course(one, [1, order('start', 'boss', true)]);
    expect(kinds(begun.effects)).toEqual(['disarm', 'edit-lobby', 'post-question']);
    expect(course(begun.state, [2, order('start')]).refusal).toEqual({ kind: 'already-started' });
  });

  it('ends the quiz when the bot loses a permission or the host stops', () => {
    expect(course(opened(), [1, { kind: 'lost', reason: 'thread' }]).state.phase).toMatchObject({
      reason: 'lost-permission',
    });
    const stopped = course(opened(), [1, order('stop')]);
    expect(kinds(stopped.effects)).toEqual(['disarm', 'edit-lobby', 'finish']);
  });
});

describe('teams in the lobby', () => {
  it('are filled evenly, and chosen', () => {
    const { state } = course(opened({ teams: 3 }), [0, join('a')], [0, join('b', 0)], [0, join('c')], [0, join('d')]);
    expect(teamsOf(state)).toEqual([0, 0, 1, 2]);
    expect(teamsOf(course(state, [0, join('a', 2)]).state)).toEqual([2, 0, 1, 2]);
  });

  it('are balanced at the start without moving those who chose', () => {
    const chosen = ['a', 'b', 'c'].map((user) => [0, join(user, 1)] as const);
    const others = ['d', 'e', 'f'].map((user) => [0, join(user)] as const);
    const { state } = course(opened({ teams: 2 }), ...others, ...chosen, [1, order('start')]);
    expect(teamsOf(state)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('can be chosen only if they exist, and only before the start', () => {
    expect(course(opened(), [0, join('a', 0)]).refusal).toEqual({ kind: 'no-such-team' });
    expect(course(opened({ teams: 2 }), [0, join('a', 2)]).refusal).toEqual({ kind: 'no-such-team' });
    const running = course(opened({ teams: 2 }), [0, join('a')], [1, order('start')]).state;
    expect(course(running, [2, join('a', 1)]).refusal).toEqual({ kind: 'already-started' });
  });

  it('without a member get none while the quiz runs', () => {
    const two = [0, 0, 1, 1].map((team, index) => [0, join(`p${index}`, team)] as const);
    const { state } = course(
      opened({ teams: 3 }),
      ...two,
      [1, order('start')],
      [2, join('late')],
      [2, join('later', 2)],
    );
    expect(teamsOf(state)).toEqual([0, 0, 1, 1, 0, 1]);
  });
});
