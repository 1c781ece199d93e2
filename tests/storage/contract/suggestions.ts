import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../../src/app/store/suggestion.ts';
import { createOpening, type Opener } from '../opener.ts';

const day = 86_400_000;

const suggestion: Suggestion = {
  ...{ id: 's1', scope: 'slack:T', author: 'slack:T:ada', name: 'Ada', state: 'open', at: 5 },
  ...{ decidedAt: null, word: null, file: null },
  text: { question: 'What is `x`?\n', options: 'a\nb\nc\nd', why: 'So. "\0', topic: 'tensors', level: 'medium' },
};
const file = { path: 'tensors/x.md', text: '---\nid: x\n---\n', bank: '' };

/** What every store promises of suggestions. */
export function describeSuggestions(opener: Opener): void {
  describe('suggestions', () => {
    const open = createOpening(opener);

    it('are kept as they were typed, found by their author and by what is to be done with them', async () => {
      const store = await open();
      await store.transact(async ({ suggestions }) => {
        await suggestions.save(suggestion);
        await suggestions.save({ ...suggestion, id: 's2', at: 9, state: 'draft', name: null });
        await suggestions.save({ ...suggestion, id: 's3', at: 1, scope: 'slack:U', author: 'slack:U:ada' });
      });
      await store.transact(async ({ suggestions }) => {
        expect(await suggestions.lock('s1')).toEqual({ ...suggestion, text: { ...suggestion.text, why: 'So. "\0' } });
        expect((await suggestions.of('slack:T:ada')).map(({ id }) => id)).toEqual(['s2', 's1']);
        expect(await suggestions.of('slack:T:bo')).toEqual([]);
        expect((await suggestions.inState('open', 'slack:T')).map(({ id }) => id)).toEqual(['s1']);
        expect((await suggestions.inState('open', null)).map(({ id }) => id)).toEqual(['s3', 's1']);
      });
      const decided = { ...suggestion, state: 'accepted', decidedAt: 20, word: 'Good!', file } as const;
      await store.transact(async ({ suggestions }) => {
        await suggestions.save(decided);
        await suggestions.remove('s2');
        expect(await suggestions.lock('s1')).toEqual(decided);
        expect(await suggestions.lock('s2')).toBeNull();
      });
    });

    it('go with whoever is forgotten, but for those that were accepted, which then name nobody', async () => {
      const store = await open();
      await store.transact(async ({ suggestions, people }) => {
        for (const [index, state] of (['draft', 'open', 'declined', 'accepted', 'filed'] as const).entries()) {
          await suggestions.save({ ...suggestion, id: `s${index}`, state, file });
        }
        await suggestions.save({ ...suggestion, id: 'other', author: 'slack:T:bo' });
        expect(await people.kept('slack:T:ada')).toMatchObject({ suggestions: 5 });
        expect(await people.keysOf('slack:T:ada')).toEqual(['slack:T:ada']);
        expect(await people.rows('slack:T:ada')).toMatchObject({ suggestions: { length: 5 } });
        expect(await people.forget('slack:T:ada')).toBe(5);
        expect(await people.keysOf('slack:T:ada')).toEqual([]);
        expect(await suggestions.lock('s3')).toEqual({
          ...{ ...suggestion, id: 's3', state: 'accepted', file },
          ...{ author: null, name: null },
        });
        expect((await suggestions.inState('filed', null)).map(({ name }) => name)).toEqual([null]);
        expect((await suggestions.inState('open', null)).map(({ id }) => id)).toEqual(['other']);
      });
      await store.transact(({ people }) => people.forgetScope('slack:T'));
      expect(await store.transact(({ suggestions }) => suggestions.inState('accepted', null))).toEqual([]);
    });

    it('that were never sent go after a week, and what was decided after three months, unless it waits to be a file', async () => {
      const store = await open();
      await store.transact(async ({ suggestions }) => {
        for (const state of ['draft', 'open', 'declined', 'accepted', 'filed'] as const) {
          await suggestions.save({ ...suggestion, id: state, state, at: day, decidedAt: 2 * day });
        }
      });
      const left = () =>
        store.transact(async ({ suggestions }) => (await suggestions.of('slack:T:ada')).map(({ id }) => id));
      await store.purge(8 * day);
      expect(await left()).toHaveLength(5);
      await store.purge(9 * day);
      expect(await left()).toEqual(['accepted', 'declined', 'filed', 'open']);
      await store.purge(93 * day);
      expect(await left()).toEqual(['accepted', 'open']);
    });
  });
}
