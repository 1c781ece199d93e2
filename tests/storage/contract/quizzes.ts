import { describe, expect, it } from 'vitest';
import { createOpening, type Opener } from '../opener.ts';
import { put, sampleAnswer, samplePost, sampleQuiz, settle } from '../samples.ts';

/** What every store promises of quizzes and of the answers to them. */
export function describeQuizzes(opener: Opener): void {
  describe('quizzes', () => {
    const open = createOpening(opener);

    it('are one at a time in a channel: a second start gets the first', async () => {
      const store = await open();
      const start = (id: string) => store.transact(({ quizzes }) => quizzes.open(sampleQuiz(id)));
      const ends = await Promise.all([start('q1'), start('q2'), start('q3')]);
      expect(ends.filter((end) => end === null)).toHaveLength(1);
      const [live, ...more] = await store.transact(({ quizzes }) => quizzes.live());
      expect(more).toEqual([]);
      expect(new Set(ends)).toEqual(new Set([null, live?.id]));
      await store.transact(({ quizzes }) => quizzes.save(sampleQuiz(live?.id ?? '', { version: 2, live: false })));
      expect(await start('q4')).toBeNull();
    });

    it('are saved by the version after the stored one, and by no other', async () => {
      const store = await open();
      await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
      const save = (version: number) => store.transact(({ quizzes }) => quizzes.save(sampleQuiz('q', { version })));
      expect([await save(3), await save(1), await save(2), await save(2)]).toEqual([false, false, true, false]);
      expect(await store.transact(({ quizzes }) => quizzes.lock('q'))).toEqual(sampleQuiz('q', { version: 2 }));
      expect(await store.transact(({ quizzes }) => quizzes.lock('none'))).toBeNull();
    });

    it('do not change while a unit has them locked', async () => {
      const store = await open();
      await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
      const step = () =>
        store.transact(async ({ quizzes }) => {
          const quiz = await quizzes.lock('q');
          return quizzes.save({ ...(quiz ?? sampleQuiz('q')), version: (quiz?.version ?? 0) + 1 });
        });
      const ends = await Promise.all(Array.from({ length: 8 }, step));
      expect(ends).toEqual(Array(8).fill(true));
      expect((await store.transact(({ quizzes }) => quizzes.lock('q')))?.version).toBe(9);
    });

    it('are found by their channel, and by the message under which their thread hangs', async () => {
      const store = await open();
      await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q2')));
      await put(store, [samplePost('quiz:q1:card'), samplePost('quiz:q2:card', { lane: 'two' })]);
      for (const claimed of await store.outbox.claim(1, 10, 10)) await settle(store, claimed, claimed.id.slice(5, 7));
      const find = async (place: string) => (await store.transact(({ quizzes }) => quizzes.liveIn(place)))?.id;
      expect(await find('slack:T1:C1')).toBe('q2');
      expect(await find('q2')).toBe('q2');
      expect(await find('slack:T1:q2')).toBe('q2');
      expect(await find('q1')).toBeUndefined();
      expect(await find('slack:T1:C2')).toBeUndefined();
    });

    it('are found by who hosted the one that ended last in a channel', async () => {
      const store = await open();
      const ended = (id: string, at: number, user = 'slack:T1:U1', channel = 'slack:T1:C1') =>
        store.transact(async ({ quizzes }) => {
          const quiz = sampleQuiz(id, { channel });
          await quizzes.open(quiz);
          const state = {
            ...quiz.state,
            host: { user, name: 'Host' },
            phase: { kind: 'over', reason: 'finished', at },
          } as const;
          await quizzes.save({ ...quiz, state, version: 2, live: false });
        });
      const last = async (user: string, channel = 'slack:T1:C1') =>
        (await store.transact(({ quizzes }) => quizzes.lastHosted(channel, user)))?.id;
      await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('live', { channel: 'slack:T1:C9' })));
      await ended('late', 9_000);
      await ended('early', 5_000);
      await ended('other', 9_500, 'slack:T1:U2');
      await ended('elsewhere', 9_900, 'slack:T1:U1', 'slack:T1:C2');
      expect(await last('slack:T1:U1')).toBe('late');
      expect(await last('slack:T1:U2')).toBe('other');
      expect(await last('slack:T1:U3')).toBeUndefined();
      expect(await last('slack:T1:U1', 'slack:T1:C9')).toBeUndefined();
    });

    it('remember of each item what a channel was asked last, and when', async () => {
      const store = await open();
      await store.transact(async ({ quizzes }) => {
        await quizzes.noteAsked('c', { item: 'a#i', asked: 'h1', at: 5 });
        await quizzes.noteAsked('c', { item: 'b#i', asked: 'h2', at: 5 });
        await quizzes.noteAsked('c', { item: 'b#i', asked: 'h3', at: 9 });
        await quizzes.noteAsked('other', { item: 'c#i', asked: 'h4', at: 9 });
      });
      const asked = await store.transact(({ quizzes }) => quizzes.lastAsked('c'));
      expect(asked.toSorted((one, other) => one.at - other.at)).toEqual([
        { item: 'a#i', asked: 'h1', at: 5 },
        { item: 'b#i', asked: 'h3', at: 9 },
      ]);
    });
  });

  describe('answers to a quiz', () => {
    const open = createOpening(opener);

    it('are recorded once a person and question, in the order in which they came', async () => {
      const store = await open();
      await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
      const ends = [];
      for (const [user, choice] of [
        ['b', 2],
        ['a', 1],
        ['b', 3],
      ] as const) {
        ends.push(await store.answers.record('q', 1, sampleAnswer(user, { choice })));
      }
      const { at } = sampleAnswer('b');
      expect(ends).toEqual([{ kind: 'recorded' }, { kind: 'recorded' }, { kind: 'known', choice: 2, at }]);
      const stored = await store.transact(({ quizzes }) => quizzes.answers('q'));
      expect(stored).toEqual([sampleAnswer('b', { choice: 2 }), sampleAnswer('a', { choice: 1 })]);
      expect(await store.answers.record('q', 1, sampleAnswer('b', { no: 1 }))).toEqual({ kind: 'recorded' });
    });

    it('are stale when the quiz has moved on, is over, or was never there', async () => {
      const store = await open();
      await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
      await store.transact(({ quizzes }) => quizzes.save(sampleQuiz('q', { version: 2 })));
      expect(await store.answers.record('q', 1, sampleAnswer('a'))).toEqual({ kind: 'stale' });
      expect(await store.answers.record('none', 1, sampleAnswer('a'))).toEqual({ kind: 'stale' });
      await store.transact(({ quizzes }) => quizzes.save(sampleQuiz('q', { version: 3, live: false })));
      expect(await store.answers.record('q', 3, sampleAnswer('a'))).toEqual({ kind: 'stale' });
    });

    it('fail each for itself when many come at once', async () => {
      const store = await open();
      await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
      const choices = [1, 0.5, 2, Number.NaN, 3];
      const ends = await Promise.allSettled(
        choices.map((choice, no) => store.answers.record('q', 1, sampleAnswer(`u${no}`, { choice }))),
      );
      expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
      expect(await store.transact(({ quizzes }) => quizzes.answers('q'))).toHaveLength(3);
    });

    it('are all counted or all refused when the question closes at the same moment', async () => {
      const store = await open();
      const rounds = 60;
      const wrong = [];
      for (let round = 0; round < rounds; round += 1) {
        const id = `q${round}`;
        const channel = `slack:T1:C${round}`;
        await store.transact(({ quizzes }) => quizzes.open(sampleQuiz(id, { channel })));
        const answers = Array.from({ length: 8 }, (_, no) => store.answers.record(id, 1, sampleAnswer(`u${no}`)));
        const closing = store.transact(async ({ quizzes }) => {
          await quizzes.lock(id);
          const counted = await quizzes.answers(id);
          await quizzes.save(sampleQuiz(id, { channel, version: 2 }));
          return counted.length;
        });
        const counted = await closing;
        const recorded = (await Promise.all(answers)).filter(({ kind }) => kind === 'recorded').length;
        const stored = (await store.transact(({ quizzes }) => quizzes.answers(id))).length;
        if (counted !== recorded || counted !== stored) wrong.push({ counted, recorded, stored });
      }
      expect(wrong).toEqual([]);
    });
  });
}
