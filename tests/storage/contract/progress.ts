import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store/store.ts';
import { weekSpan } from '../../../src/core/progress/progress.ts';
import { createOpening, type Opener } from '../opener.ts';

const ada = 'chat:1:7';
const now = 100 * weekSpan;

const tokenOf = (store: Store, user: string, fresh: string) =>
  store.transact(({ progress }) => progress.token(user, fresh));
const personOf = (store: Store, token: string) => store.transact(({ progress }) => progress.personOf(token));

async function note(store: Store, no: number, changed: object = {}): Promise<void> {
  const answer = { question: 'q', item: 'i', topic: 'tensors', level: 'hard' as const, asked: 'h', choice: 2 };
  await store.transact(({ memory }) =>
    memory.note({ ...answer, user: ada, source: `s${no}`, correct: true, at: now, ...changed }),
  );
}

/** What every store promises of the pages of people's progress, and of what stands there. */
export function describeProgress(opener: Opener): void {
  describe('progress', () => {
    const open = createOpening(opener);

    it('has one page a person, whichever of their keys is given and however often it is asked for', async () => {
      const store = await open();
      const tokens = await Promise.all(['a', 'b', 'c'].map((fresh) => tokenOf(store, ada, fresh)));
      expect(new Set([...tokens, await tokenOf(store, 'chat:2:7', 'd')]).size).toBe(1);
      expect(await tokenOf(store, 'chat:1:77', 'e')).toBe('e');
      expect([await personOf(store, tokens[0] ?? ''), await personOf(store, 'e')]).toEqual([ada, 'chat:1:77']);
      expect(await personOf(store, 'z')).toBeNull();
    });

    it('ends a page with its person, and with the workspace in which it was made', async () => {
      const store = await open();
      await tokenOf(store, ada, 'a');
      await tokenOf(store, 'chat:2:8', 'b');
      await store.transact(({ people }) => people.forget(ada));
      expect([await personOf(store, 'a'), await personOf(store, 'b')]).toEqual([null, 'chat:2:8']);
      expect(await tokenOf(store, ada, 'new')).toBe('new');
      await store.transact(({ people }) => people.forgetScope('chat:2'));
      expect(await personOf(store, 'b')).toBeNull();
    });

    it('gives what else is stored of a person, with its JSON read, and nothing of others or of their page', async () => {
      const store = await open();
      await note(store, 1);
      await tokenOf(store, ada, 'secret');
      await store.transact(async ({ flags, daily, people }) => {
        for (const user of [ada, 'chat:1:77']) await flags.raise(user, { asked: 'h', question: 'q', item: 'i' }, 5);
        await flags.remark(ada, 'h', '{not JSON');
        await daily.countStreak('chat:1:C', { user: ada, name: 'Ada' }, '2026-11-25');
        const rows = await people.rows(ada);
        expect(rows).toMatchObject({
          flags: [{ learner: 'chat:7', remark: '{not JSON' }],
          streaks: [{ user_key: ada }],
          practice_sessions: [],
          interviews: [],
        });
        expect(JSON.stringify(rows)).not.toMatch(/secret|chat:77/);
      });
    });

    it('counts answers by topic and week, and no older ones', async () => {
      const store = await open();
      await note(store, 1, { at: now + 5 });
      await note(store, 2, { at: now - weekSpan + 1, correct: false });
      await note(store, 3, { at: now - weekSpan });
      await note(store, 4, { at: now - weekSpan, topic: 'vision', question: 'v' });
      await note(store, 5, { at: now - 3 * weekSpan });
      await note(store, 6, { user: 'chat:1:77' });
      const weeks = await store.transact(({ memory }) => memory.weeks(ada, now, 3));
      const sorted = weeks.toSorted((one, other) => one.topic.localeCompare(other.topic) || one.week - other.week);
      expect(sorted).toEqual([
        { topic: 'tensors', week: 0, answered: 2, correct: 1 },
        { topic: 'tensors', week: 1, answered: 1, correct: 1 },
        { topic: 'vision', week: 1, answered: 1, correct: 1 },
      ]);
    });

    it('gives all answers of a person, the oldest first, as they were noted', async () => {
      const store = await open();
      await note(store, 1);
      await note(store, 2, { correct: false, asked: null, choice: null });
      await note(store, 3, { user: 'chat:1:77' });
      const answers = await store.transact(({ memory }) => memory.answers(ada));
      const same = { question: 'q', item: 'i', topic: 'tensors', level: 'hard', at: now };
      expect(answers).toEqual([
        { ...same, source: 's1', correct: true, asked: 'h', choice: 2 },
        { ...same, source: 's2', correct: false, asked: null, choice: null },
      ]);
    });
  });
}
