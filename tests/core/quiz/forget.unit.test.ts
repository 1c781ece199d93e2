import { describe, expect, it } from 'vitest';
import type { QuizEvent } from '../../../src/core/quiz/event.ts';
import { resultOf } from '../../../src/core/quiz/result.ts';
import { revealOf } from '../../../src/core/quiz/reveal.ts';
import { teamStandingsAfter } from '../../../src/core/quiz/standings.ts';
import type { Happening } from './given.ts';
import {
  arm,
  asking,
  award,
  click,
  clickOn,
  disarm,
  given,
  join,
  opened,
  order,
  out,
  progress,
  timer,
} from './given.ts';

const forget = (user: string): QuizEvent => ({ kind: 'forget', user });

/** Question 0 was closed when ann and bob had answered, both right; ann was the faster. */
const revealed = given(asking(['ann', 'bob'])).when(click('ann', 1, 2000), click('bob', 1, 3000));

describe('somebody who is forgotten in the middle of a quiz', () => {
  it('leaves nothing of themselves behind', () => {
    const { state } = revealed.when([4000, forget('ann')]).thenTaken();
    expect(JSON.stringify(state)).not.toContain('"ann"');
  });

  it('has no points and no place any more, and those behind move up', () => {
    const { state } = revealed.when([4000, forget('ann')]).thenPoints({ bob: 950 });
    expect(resultOf(state).podium.map(({ user, rank }) => [user, rank])).toEqual([['bob', 1]]);
    expect(revealOf(state, 0)).toMatchObject({
      fastest: { user: 'bob' },
      counts: [0, 1, 0, 0],
      answered: 1,
      players: 1,
    });
  });

  it('begins from nothing when they answer again, since nobody knows them', () => {
    revealed
      .when([4000, forget('ann')], [8000, timer('reveal')], out(1, 9000), clickOn(1, 'ann', 1, 9000))
      .thenDone({ kind: 'progress', no: 1 })
      .thenPoints({ bob: 950, ann: 0 });
  });

  it('cannot answer anew what is closed', () => {
    revealed.when([4000, forget('ann')], click('ann', 1, 5000)).thenRefused('too-late');
  });

  it('is not waited for', () => {
    given(asking(['ann', 'bob']))
      .when(click('bob', 1, 2000), [3000, forget('ann')])
      .thenDone(
        { kind: 'edit-lobby' },
        disarm('close'),
        award(['bob', 975]),
        { kind: 'reveal', no: 0, again: false },
        arm('reveal', 8000),
      );
  });

  it('is taken out of the card of the question that is open', () => {
    given(asking(['ann', 'bob']))
      .when(click('ann', 1, 2000), [3000, forget('ann')])
      .thenDone({ kind: 'edit-lobby' }, progress);
  });

  it('is taken out of a paused question as well', () => {
    const paused = given(asking(['ann', 'bob'])).when(click('ann', 1, 2000), [2500, order('pause')]);
    const { state } = paused.when([3000, forget('ann')]).thenDone({ kind: 'edit-lobby' }, progress);
    expect(JSON.stringify(state)).not.toContain('"ann"');
  });

  it('is not in the lobby any more', () => {
    const { state } = given(opened())
      .when([0, join('ann')], [0, join('bob')], [0, forget('ann')])
      .thenDone({ kind: 'edit-lobby' });
    expect(state.players.map(({ user }) => user)).toEqual(['bob']);
  });

  it('takes their points out of their team, and an emptied team out of the ranking', () => {
    const joins: readonly Happening[] = [
      [0, join('ann', 0)],
      [0, join('bob', 1)],
      [0, join('cid', 1)],
      [0, order('start')],
    ];
    const playing = given(opened({ teams: 2 })).when(...joins, out(0, 1000));
    const closed = playing.when(click('ann', 1, 1000), click('bob', 1, 1000), click('cid', 0, 1000)).state;
    const teams = (of: string) => teamStandingsAfter(given(closed).when([2000, forget(of)]).state, 0);
    expect(teams('bob').map(({ name, points, members }) => [name, points, members])).toEqual([
      ['Red', 1000, 1],
      ['Blue', 0, 1],
    ]);
    expect(teams('ann').map(({ name, points }) => [name, points])).toEqual([['Blue', 1000]]);
  });

  it('is no news to a quiz that does not know them', () => {
    revealed.when([4000, forget('eve')]).thenRefused('not-joined');
  });

  it('is taken out of a quiz that is over, and nothing is posted again', () => {
    const { state } = revealed.when([4000, order('stop')], [5000, forget('ann')]).thenDone();
    expect(JSON.stringify(state)).not.toContain('"ann"');
  });
});

describe('a host who is forgotten', () => {
  it('hands the quiz to the player who joined first, who is told and may stop it', () => {
    const handed = revealed
      .when([4000, forget('host')])
      .thenDone({ kind: 'edit-lobby' }, { kind: 'say', what: 'host' });
    expect(handed.state.host).toEqual({ user: 'ann', name: 'ann' });
    handed.when([5000, order('stop', 'ann')]).thenTaken();
    expect(JSON.stringify(handed.state)).not.toContain('"host":"host"');
  });

  it('leaves no trace in a pause that they asked for', () => {
    const { state } = given(asking(['ann']))
      .when([2000, order('pause')], [3000, forget('host')])
      .thenTaken();
    expect(JSON.stringify(state)).not.toMatch(/"(user|name)":"[Hh]ost"/);
  });

  it('ends the quiz when nobody else is in it, as nobody could stop it', () => {
    given(opened())
      .when([0, forget('host')])
      .thenDone(disarm('lobby'), { kind: 'edit-lobby' }, { kind: 'finish', reason: 'nobody', again: false })
      .thenPhase({ kind: 'over', reason: 'nobody' });
  });

  it('who is the last player as well ends it in the middle', () => {
    const { state } = given(opened())
      .when([0, join('host')], [0, order('start')], out(0, 1000), [2000, forget('host')])
      .thenAtLast({ kind: 'finish', reason: 'nobody', again: false });
    expect(JSON.stringify(state)).not.toMatch(/"(user|name)":"[Hh]ost"/);
  });

  it('stays host, and the quiz goes on, when the only player is forgotten', () => {
    given(asking(['ann']))
      .when([2000, forget('ann')])
      .thenDone({ kind: 'edit-lobby' }, progress)
      .thenPhase({ kind: 'asking' });
  });
});
