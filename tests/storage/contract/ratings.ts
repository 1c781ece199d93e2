import { describe, expect, it } from 'vitest';
import type { MemoryAnswer } from '../../../src/app/store/memory.ts';
import type { Store } from '../../../src/app/store/store.ts';
import { relearn } from '../../../src/app/upkeep/learn.ts';
import type { AskedItem } from '../../../src/core/asked-item.ts';
import { discriminationOf } from '../../../src/core/memory/item-record.ts';
import { createRandom } from '../../../src/core/quiz/random.ts';
import { createOpening, type Opener } from '../opener.ts';

const ada = 'chat:1:7';

const sampleAnswer = (changed: Partial<MemoryAnswer> = {}): MemoryAnswer => ({
  ...{ user: ada, source: 'practice:p:0', question: 'stride', item: 'i', topic: 'tensors', level: 'easy' },
  ...{ asked: 'h', choice: 1, correct: false, at: 1 },
  ...changed,
});

const note = (store: Store, changed: Partial<MemoryAnswer>) =>
  store.transact(({ memory }) => memory.note(sampleAnswer(changed)));
const recordsOf = (store: Store) => store.transact(({ memory }) => memory.records());
const strengthOf = async (store: Store, user = ada) =>
  (await store.transact(({ memory }) => memory.strengths([user])))[0] ?? null;

const options = ['one', 'two', 'three', 'four'];
const asked = (texts: readonly string[], right: string): AskedItem => ({
  question: { id: 'stride', title: 'Stride', topic: 'tensors', level: 'hard' },
  item: { id: 'i', stem: 's', options: texts.map((text) => ({ text, correct: text === right, why: '' })) },
});

/** What every store promises of how hard items are and how strong people. */
export function describeRatings(opener: Opener): void {
  describe('ratings', () => {
    const open = createOpening(opener);

    it('go by the first answer of a person to an item, and by no other', async () => {
      const store = await open();
      expect([await recordsOf(store), await strengthOf(store)]).toEqual([[], null]);
      await note(store, {});
      const [first, strength] = [await recordsOf(store), await strengthOf(store)];
      expect(first).toMatchObject([{ question: 'stride', item: 'i', answers: 1, correct: 0, chosen: [0, 1, 0, 0] }]);
      expect(first[0]?.difficulty).toBeGreaterThan(-1);
      expect(strength).toMatchObject({ answers: 1 });
      await note(store, {});
      await note(store, { source: 'quiz:q:1', user: 'chat:2:7', correct: true });
      expect([await recordsOf(store), await strengthOf(store)]).toEqual([first, strength]);
      await note(store, { source: 'quiz:q:2', item: 'j' });
      await note(store, { user: 'chat:1:8' });
      expect((await recordsOf(store)).map(({ item, answers }) => [item, answers])).toEqual([
        ['i', 2],
        ['j', 1],
      ]);
      expect(await strengthOf(store)).toMatchObject({ answers: 2 });
    });

    it('count a first answer once, wherever it comes at the same time', async () => {
      const store = await open();
      await Promise.all(Array.from({ length: 6 }, (_, no) => note(store, { source: `s${no % 3}` })));
      expect(await recordsOf(store)).toMatchObject([{ answers: 1 }]);
      expect(await strengthOf(store)).toMatchObject({ answers: 1 });
    });

    it('can be made anew of the answers, which gives what was stored, in whatever order they came at once', async () => {
      const store = await open();
      const chance = createRandom(3);
      const answers = Array.from({ length: 400 }, (_, no) => ({
        ...{ user: `chat:1:${no % 20}`, source: `s${no}`, question: `q${Math.floor(chance() * 12)}` },
        ...{ item: `i${Math.floor(chance() * 3)}`, choice: Math.floor(chance() * 4), correct: chance() < 0.6 },
      }));
      for (let from = 0; from < answers.length; from += 20) {
        await Promise.all(answers.slice(from, from + 20).map((answer) => note(store, answer)));
      }
      const everything = async () => [
        await recordsOf(store),
        await Promise.all(Array.from({ length: 20 }, (_, no) => strengthOf(store, `chat:9:${no}`))),
      ];
      const stored = await everything();
      await relearn(store);
      expect(await everything()).toEqual(stored);
      expect((await recordsOf(store)).some(({ compared }) => compared.answers > 0)).toBe(true);
    });

    it('begin anew with another key, and keep the counts of options that stand as they were', async () => {
      const store = await open();
      const versions = new Map([
        ['h', asked(options, 'one')],
        ['sorted', asked(options.toReversed(), 'one')],
        ['edited', asked(['four', 'third', 'two', 'one'], 'one')],
        ['other', asked(['four', 'third', 'two', 'one'], 'two')],
      ]);
      await store.transact(({ items }) => items.keep(versions, 1));
      await note(store, { asked: 'h', choice: 1 });
      await note(store, { asked: 'h', choice: 2, user: 'chat:1:8' });
      await note(store, { asked: 'sorted', choice: 3, correct: true, user: 'chat:1:9' });
      expect(await recordsOf(store)).toMatchObject([{ answers: 3, correct: 1, chosen: [0, 1, 1, 1] }]);
      await note(store, { asked: 'edited', choice: 1, user: 'chat:1:10' });
      expect(await recordsOf(store)).toMatchObject([{ answers: 4, chosen: [0, 1, 1, 1] }]);
      await note(store, { asked: 'other', choice: 0, user: 'chat:1:11' });
      const [record] = await recordsOf(store);
      expect(record).toMatchObject({ asked: 'other', answers: 1, correct: 0, chosen: [1, 0, 0, 0] });
      expect(record?.difficulty).toBeGreaterThan(1);
      await relearn(store);
      expect(await recordsOf(store)).toEqual([record]);
    });

    it('forget who answered, and not what the answers taught about the item', async () => {
      const store = await open();
      await note(store, { source: 'a' });
      await note(store, { source: 'b', item: 'j', user: 'chat:2:7' });
      const taught = await recordsOf(store);
      await store.transact(({ people }) => people.forget(ada));
      expect(await strengthOf(store)).toMatchObject({ answers: 1 });
      await store.transact(({ people }) => people.forget('chat:2:7'));
      expect(await strengthOf(store)).toBeNull();
      expect(await recordsOf(store)).toEqual(taught);
      await note(store, { source: 'a' });
      await store.transact(({ people }) => people.forgetScope('chat:1'));
      expect(await strengthOf(store)).toBeNull();
    });

    it('tell an item that strong people miss', async () => {
      const store = await open();
      await store.transact(async ({ memory }) => {
        for (let no = 0; no < 30; no += 1) {
          const user = `chat:1:${no}`;
          const isStrong = no % 2 === 0;
          const answer = (item: string, correct: boolean) =>
            memory.note(sampleAnswer({ user, source: item, item, correct }));
          for (let nth = 0; nth < 10; nth += 1) await answer(`i${nth}`, isStrong);
          await answer('good', isStrong);
          await answer('bad', !isStrong);
        }
      });
      const records = await recordsOf(store);
      const found = (item: string) => discriminationOf(records.find((record) => record.item === item) ?? never());
      expect(found('good')).toBeGreaterThan(0.9);
      expect(found('bad')).toBeLessThan(-0.9);
      expect(found('i0')).toBeNull();
    });
  });
}

function never(): never {
  throw new Error('There is no such record.');
}
