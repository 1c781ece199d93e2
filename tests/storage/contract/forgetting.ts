import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store/store.ts';
import type { Card } from '../../../src/core/card.ts';
import { dailyDefaults } from '../../../src/core/daily/settings.ts';
import { createOpening, type Opener } from '../opener.ts';
import { put, sampleAnswer, samplePost, sampleQuiz, sampleState, sampleTimer } from '../samples.ts';

const channel = 'slack:T1:C1';
const ada = 'slack:T1:U1';
const bob = 'slack:T1:U2';

async function play(store: Store, scope: string, user: string): Promise<void> {
  const place = `${scope}:C1`;
  const answer = { user, name: 'Ada', choice: 1, correct: true, at: 1 };
  await store.transact(async ({ daily, scores, people }) => {
    await daily.answer(place, '2026-11-25', answer);
    await daily.countStreak(place, { user, name: 'Ada' }, '2026-11-25');
    await scores.add([place, scope], ['all'], { user, name: 'Ada', points: 500, answered: 1, correct: 1, won: 0 });
    await scores.addTopic(scope, user, 'tensors', true);
    await scores.addTeam([place], ['all'], { team: 'Red', won: true, points: 5 });
    await daily.skip(place, '2026-11-26');
    const settings = { ...dailyDefaults, time: { hour: 9, minute: 0 } };
    await people.show(user, true);
    await daily.addDraft({ id: user, channel: place, scope, user, settings, since: 1 });
  });
}

/** What every store promises to those who want to be forgotten. */
export function describeForgetting(opener: Opener): void {
  describe('forgetting a person', () => {
    const open = createOpening(opener);

    it('takes out their rows and keeps the counts', async () => {
      const store = await open();
      await play(store, 'slack:T1', ada);
      await play(store, 'slack:T1', bob);
      expect(await store.transact(({ people }) => people.forget(ada))).toBe(7);
      expect(await store.transact(({ people }) => people.forget(ada))).toBe(0);
      await store.transact(async ({ daily, scores, people }) => {
        expect([await people.isShown(ada), await people.isShown(bob)]).toEqual([false, true]);
        expect((await scores.shown(channel, 9)).map(({ user }) => user)).toEqual([bob]);
        expect(await daily.tally(channel, '2026-11-25')).toEqual([0, 2, 0, 0]);
        expect((await daily.answers(channel, '2026-11-25')).map(({ user }) => user)).toEqual([bob]);
        expect(await daily.streak(channel, ada)).toBeNull();
        expect([await daily.draft(ada), (await daily.draft(bob))?.user]).toEqual([null, bob]);
        expect((await scores.page(channel, 'all', 0, 10)).map(({ user }) => user)).toEqual([bob]);
        expect(await scores.count(channel, 'all')).toBe(1);
        expect([await scores.topics('slack:T1', ada), await scores.own('slack:T1', 'all', ada)]).toEqual([[], null]);
      });
    });

    it('takes out their recorded answers in quizzes, and finds the quizzes they have a part in', async () => {
      const store = await open();
      await store.transact(async ({ quizzes }) => {
        await quizzes.open(sampleQuiz('qa'));
        await quizzes.open(sampleQuiz('qb', { channel: 'slack:T1:C2', state: { ...sampleState('qb'), players: [] } }));
      });
      for (const user of [ada, bob, 'slack:T1:U22']) await store.answers.record('qa', 1, sampleAnswer(user));
      await store.answers.record('qb', 1, sampleAnswer('slack:T1:U22'));
      const partOf = async (user: string) =>
        (await store.transact(({ quizzes }) => quizzes.of(user))).map(({ id }) => id);
      expect([await partOf(ada), await partOf(bob), await partOf('slack:T1:U22')]).toEqual([
        ['qa', 'qb'],
        ['qa'],
        ['qa', 'qb'],
      ]);
      expect(await partOf('slack:T1:U')).toEqual([]);
      await store.transact(({ people }) => people.forget(ada));
      const answers = await store.transact(({ quizzes }) => quizzes.answers('qa'));
      expect(answers.map(({ user }) => user)).toEqual([bob, 'slack:T1:U22']);
    });

    it('finds all their keys, whatever is stored under them, and nobody else’s', async () => {
      const store = await open();
      const me = (scope: string) => `chat:${scope}:7`;
      for (const scope of ['1', '12', '-']) await play(store, `chat:${scope}`, me(scope));
      await play(store, 'chat:2', 'chat:2:77');
      await play(store, 'other:1', 'other:1:7');
      await store.transact(async ({ daily, quizzes, votes }) => {
        const host = { user: me('3'), name: 'Ada' };
        const state = { ...sampleState('q'), players: [], host };
        await quizzes.open(sampleQuiz('q', { scope: 'chat:3', channel: 'chat:3:C', state }));
        await votes.add({ scope: 'chat:4', user: me('4'), question: 'q', query: '' }, 1);
        await votes.add({ scope: 'chat:5', user: 'chat:5:8', question: 'q', query: '' }, 1);
        await daily.answer('chat:6:C', '2026-11-25', { user: me('6'), name: 'A', choice: 1, correct: true, at: 1 });
      });
      const keys = await store.transact(({ people }) => people.keysOf('chat:-:7'));
      expect(keys).toEqual(['-', '12', '1', '3', '4', '6'].map(me));
      expect(await store.transact(({ people }) => people.keysOf('chat:9:9'))).toEqual([]);
    });

    it('takes their name out of what waits to be sent', async () => {
      const store = await open();
      const shown = (user: string, text: string) => ({ kind: 'person', user, text }) as const;
      const rows = [ada, bob].map((user, no) => ({
        rank: no + 1,
        name: ['Ada', 'Bob'][no] ?? user,
        points: 1,
        accuracy: 1,
      }));
      const card: Card = {
        body: [
          { kind: 'text', text: [shown(ada, 'Ada'), shown(bob, 'Bob'), { kind: 'text', text: ' Adamant' }] },
          { kind: 'table', headers: [], rows: [[[{ kind: 'text', text: 'Ada' }]]] },
          { kind: 'picture', alt: '1. Ada, 1 point', picture: { kind: 'podium', title: 'Podium', rows } },
        ],
      };
      await put(store, [samplePost('p', { errand: { kind: 'post', card, ping: null } })]);
      await store.transact(({ people }) => people.forget(ada));
      const [waiting] = await store.outbox.claim(5_000, 10, 10);
      const words = JSON.stringify(waiting?.errand);
      expect(words).not.toMatch(/slack:T1:U1"|Ada"|Ada,/);
      expect(words.match(/somebody/g)).toHaveLength(4);
      expect(words).toContain(JSON.stringify(shown(bob, 'Bob')));
      expect(words).toContain(' Adamant');
    });

    it('knows how somebody was called last, as long as they have points', async () => {
      const store = await open();
      await play(store, 'slack:T1', ada);
      const change = { user: ada, name: 'Ada L.', points: 1, answered: 1, correct: 1, won: 0 };
      await store.transact(({ scores }) => scores.add(['slack:T1', 'slack:T1:C2'], ['all'], change));
      const called = (user: string) => store.transact(({ people }) => people.nameOf(user));
      expect([await called(ada), await called(bob)]).toEqual(['Ada L.', null]);
      await store.transact(({ people }) => people.forget(ada));
      expect(await called(ada)).toBeNull();
    });

    it('tells what is kept under a key', async () => {
      const store = await open();
      await play(store, 'slack:T1', ada);
      await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
      const kept = (user: string) => store.transact(({ people }) => people.kept(user));
      const nothing = {
        dailyAnswers: 0,
        quizzes: 0,
        running: 0,
        schedules: 0,
        votes: 0,
        dailyPractice: 0,
        flags: 0,
        reminders: 0,
        suggestions: 0,
        posted: 0,
        marked: 0,
        answers: 0,
        others: 0,
      };
      expect(await kept(ada)).toEqual({ ...nothing, dailyAnswers: 1, quizzes: 1, running: 1, others: 6 });
      expect(await kept(bob)).toEqual({ ...nothing, quizzes: 1, running: 1 });
      expect(await kept('slack:T1:U3')).toEqual(nothing);
    });
  });

  describe('forgetting a workspace', () => {
    const open = createOpening(opener);

    it('deletes all of it, and nothing of one whose name begins alike', async () => {
      const store = await open();
      for (const scope of ['slack:T1', 'slack:T12']) {
        await play(store, scope, `${scope}:U1`);
        const id = scope === 'slack:T1' ? 'qa' : 'qb';
        await store.transact(async ({ quizzes, timers }) => {
          await quizzes.open(sampleQuiz(id, { scope, channel: `${scope}:C1` }));
          await quizzes.noteAsked(`${scope}:C1`, { item: 'a#i', asked: 'h', at: 1 });
          await timers.arm(sampleTimer(`daily:${scope}:C1`));
          await timers.arm(sampleTimer(`quiz:${id}:close:4`));
          await timers.arm(sampleTimer(`x:${id.slice(1)}`, { payload: { in: [`${scope}:C1`] } }));
        });
        await put(store, [samplePost(`post:${id}`, { scope, lane: id })]);
        await store.answers.record(id, 1, sampleAnswer('u'));
      }
      await store.transact(({ people }) => people.forgetScope('slack:T1'));
      const left = await store.timers.claim({ wall: 5_000, steady: 0 }, 10, 10);
      expect(left.map(({ key }) => key).sort()).toEqual(['daily:slack:T12:C1', 'quiz:qb:close:4', 'x:b']);
      expect((await store.outbox.claim(5_000, 10, 10)).map(({ id }) => id)).toEqual(['post:qb']);
      await store.transact(async ({ daily, quizzes, scores }) => {
        for (const [scope, rows] of [
          ['slack:T1', 0],
          ['slack:T12', 1],
        ] as const) {
          const place = `${scope}:C1`;
          const id = rows === 0 ? 'qa' : 'qb';
          expect(await daily.answers(place, '2026-11-25')).toHaveLength(rows);
          expect((await daily.tally(place, '2026-11-25'))[1]).toBe(rows);
          expect(await daily.isSkipped(place, '2026-11-26')).toBe(rows === 1);
          expect(await daily.longestStreaks(place, 5)).toHaveLength(rows);
          expect((await daily.draft(`${scope}:U1`)) === null).toBe(rows === 0);
          expect(await quizzes.answers(id)).toHaveLength(rows);
          expect(await quizzes.lastAsked(place)).toHaveLength(rows);
          expect((await quizzes.liveIn(place))?.id).toBe(rows === 0 ? undefined : id);
          for (const board of [scope, place]) expect(await scores.count(board, 'all')).toBe(rows);
          expect(await scores.page(scope, 'all', 0, 5)).toHaveLength(rows);
          expect(await scores.teams(place, 'all', 5)).toHaveLength(rows);
          expect(await scores.topics(scope, `${scope}:U1`)).toHaveLength(rows);
        }
      });
    });
  });
}
