import { describe, expect, it } from 'vitest';
import type { ScoreChange } from '../../../src/app/store/score.ts';
import type { Store } from '../../../src/app/store/store.ts';
import { createOpening, type Opener } from '../opener.ts';

function change(user: string, points: number, answered = 1): ScoreChange {
  return { user, name: `Name of ${user}`, points, answered, correct: 1, won: 0 };
}

/** What every store promises of leaderboards. */
export function describeScores(opener: Opener): void {
  describe('scores', () => {
    const open = createOpening(opener);
    const add = (store: Store, ...changes: readonly ScoreChange[]) =>
      store.transact(async ({ scores }) => {
        for (const one of changes) await scores.add(['c', 's'], ['all', '2026-W48'], one);
      });
    const page = async (store: Store, offset: number, limit: number) =>
      (await store.transact(({ scores }) => scores.page('c', 'all', offset, limit))).map(({ user, rank }) => [
        user,
        rank,
      ]);

    it('are ordered by points, then fewer answers, then key; ties share a rank, on every page', async () => {
      const store = await open();
      await add(
        store,
        change('d', 5, 2),
        change('Z', 5, 1),
        change('a', 5, 1),
        change('top', 9),
        change('low', 1),
        change('ä', 1),
      );
      const whole = [
        ['top', 1],
        ['Z', 2],
        ['a', 2],
        ['d', 2],
        ['low', 5],
        ['ä', 5],
      ];
      expect(await page(store, 0, 10)).toEqual(whole);
      for (let offset = 0; offset < 7; offset += 1)
        expect(await page(store, offset, 2)).toEqual(whole.slice(offset, offset + 2));
    });

    it('add up in every board and period, with the newest name', async () => {
      const store = await open();
      await add(store, change('a', 5), { ...change('a', 7), name: 'New\0 name', won: 1 });
      const sum = { user: 'a', name: 'New name', points: 12, answered: 2, correct: 2, won: 1, rank: 1 };
      for (const [board, period] of [
        ['c', 'all'],
        ['s', '2026-W48'],
      ] as const) {
        expect(await store.transact(({ scores }) => scores.own(board, period, 'a'))).toEqual(sum);
        expect(await store.transact(({ scores }) => scores.count(board, period))).toBe(1);
      }
      expect(await store.transact(({ scores }) => scores.own('x', 'all', 'a'))).toBeNull();
      expect(await store.transact(({ scores }) => scores.count('x', 'all'))).toBe(0);
    });

    it('add the boards once that are named twice, and survive many at once', async () => {
      const store = await open();
      const one = () => store.transact(({ scores }) => scores.add(['s', 'c', 's'], ['w', 'all', 'w'], change('a', 1)));
      const other = () => store.transact(({ scores }) => scores.add(['c', 's'], ['all', 'w'], change('b', 1)));
      await Promise.all(Array.from({ length: 10 }, () => [one(), other()]).flat());
      expect((await store.transact(({ scores }) => scores.own('c', 'all', 'a')))?.points).toBe(10);
      expect(await store.transact(({ scores }) => scores.count('s', 'w'))).toBe(2);
    });

    it('keep teams by wins and topics by person', async () => {
      const store = await open();
      await store.transact(async ({ scores }) => {
        for (const [team, won, points] of [
          ['Red', true, 5],
          ['Blue', false, 9],
          ['Red', false, 1],
          ['Green', false, 9],
        ] as const) {
          await scores.addTeam(['c', 's'], ['all', 'w'], { team, won, points });
        }
        await scores.addTeam(['c', 'c'], ['w', 'w'], { team: 'Blue', won: true, points: 1 });
        await scores.addTopic('s', 'a', 'tensors', true);
        await scores.addTopic('s', 'a', 'tensors', false);
        await scores.addTopic('s', 'a', 'autograd', false);
      });
      for (const board of ['c', 's']) {
        expect(await store.transact(({ scores }) => scores.teams(board, 'all', 3))).toEqual([
          { team: 'Red', won: 1, played: 2, points: 6, rank: 1 },
          { team: 'Blue', won: 0, played: 1, points: 9, rank: 2 },
          { team: 'Green', won: 0, played: 1, points: 9, rank: 2 },
        ]);
      }
      expect(await store.transact(({ scores }) => scores.teams('c', 'w', 2))).toEqual([
        { team: 'Blue', won: 1, played: 2, points: 10, rank: 1 },
        { team: 'Red', won: 1, played: 2, points: 6, rank: 2 },
      ]);
      expect(await store.transact(({ scores }) => scores.teams('c', 'another week', 3))).toEqual([]);
      expect(await store.transact(({ scores }) => scores.topics('s', 'a'))).toEqual([
        { topic: 'autograd', answered: 1, correct: 0 },
        { topic: 'tensors', answered: 2, correct: 1 },
      ]);
    });
  });
}
