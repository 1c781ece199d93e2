import { describe, expect, it } from 'vitest';
import type { AskedItem } from '../../../src/core/asked-item.ts';
import { askedItem } from '../../../src/core/asked-item.ts';
import { createOpening, type Opener } from '../opener.ts';
import { sampleQuiz, sampleState } from '../samples.ts';

const day = 86_400_000;

function sampleItem(stem: string): AskedItem {
  const options = ['a', 'b\0', 'c\ud800', '😀'].map((text, no) => ({ text, correct: no === 1, why: `Why ${text}` }));
  return askedItem({ id: 'q', title: 'Q?', topic: 'data', level: 'easy' }, { id: 'i', stem, options });
}

/** What every store promises of what was asked. */
export function describeAskedItems(opener: Opener): void {
  describe('what was asked', () => {
    const open = createOpening(opener);

    it('is kept once and never changes, whoever keeps it at the same time', async () => {
      const store = await open();
      const items = new Map(Array.from({ length: 700 }, (_, no) => [`h${no}`, sampleItem(`Stem ${no}?`)]));
      const keep = (now: number) => store.transact((unit) => unit.items.keep(items, now));
      await Promise.all([keep(1), keep(1), keep(1)]);
      await store.transact((unit) => unit.items.keep(new Map([['h0', sampleItem('Another?')]]), 2));
      const found = await store.transact((unit) => unit.items.find([...items.keys(), 'none']));
      expect(found).toEqual(items);
    });

    it('goes ninety days after a bank had it last, unless a post, a quiz or a channel’s history refers to it', async () => {
      const store = await open();
      const names = ['free', 'posted', 'asked', 'picked', 'present', 'left'];
      await store.transact((unit) => unit.items.keep(new Map(names.map((name) => [name, sampleItem(name)])), 0));
      const picked = { question: 'q', item: 'i', asked: 'picked', order: [0, 1, 2, 3], correct: 1 } as const;
      await store.transact(async ({ daily, quizzes, older }) => {
        const post = { channel: 'c', date: 'd', question: 'q', order: [0, 1, 2, 3], since: 1, outgoing: 'o' };
        await daily.addPost({ ...post, asked: 'posted', state: 'closed' });
        await quizzes.noteAsked('c', { item: 'q#i', asked: 'asked', at: 1 });
        await quizzes.open(sampleQuiz('q', { state: { ...sampleState('q'), questions: [picked] } }));
        await older.keepPlaces(new Map(names.map((name, no) => [`q#${no}`, name])));
      });
      const left = async () => [...(await store.transact((unit) => unit.items.find(names))).keys()].toSorted();
      const has = (name: string, now: number) =>
        store.transact((unit) => unit.items.keep(new Map([[name, sampleItem(name)]]), now));
      await has('left', 40 * day);
      await store.purge(90 * day);
      expect(await left()).toEqual(names.toSorted());
      await has('present', 100 * day);
      await store.purge(100 * day);
      expect(await left()).toEqual(['asked', 'left', 'picked', 'posted', 'present']);
      expect(await store.transact((unit) => unit.items.atPlace('q#0'))).toBeNull();
      expect(await store.transact((unit) => unit.items.atPlace('q#1'))).toBe('posted');
      await store.transact(({ people }) => people.forgetScope('slack:T1'));
      await store.purge(140 * day);
      expect(await left()).toEqual(['asked', 'posted', 'present']);
    });
  });
}
