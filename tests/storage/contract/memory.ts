import { describe, expect, it } from 'vitest';
import type { MemoryAnswer } from '../../../src/app/store/memory.ts';
import type { Store } from '../../../src/app/store/store.ts';
import { relearn } from '../../../src/app/upkeep/learn.ts';
import type { Interview } from '../../../src/core/interview/interview.ts';
import type { PracticeSession } from '../../../src/core/practice/session.ts';
import { createRandom } from '../../../src/core/quiz/random.ts';
import { createOpening, type Opener } from '../opener.ts';

const day = 86_400_000;
const ada = 'chat:1:7';

function sampleAnswer(changed: Partial<MemoryAnswer> = {}): MemoryAnswer {
  return {
    ...{ user: ada, source: 'practice:p:0', question: 'stride', item: 'i', topic: 'tensors', level: 'easy' as const },
    ...{ asked: null, choice: null },
    correct: true,
    at: 1,
    ...changed,
  };
}

const sampleInterview: Interview = {
  ...{ id: 'i', request: { minutes: 15, topics: ['vision'], level: null }, began: 7, ended: false, wish: null },
  questions: [
    {
      ...{ question: 'stride', title: 'What is stride?', topic: 'vision', level: 'easy', followUp: false },
      ...{ points: ['The step of the kernel.'], revealed: true, ticked: [0] },
    },
  ],
};

const samplePractice: PracticeSession = {
  id: 'p',
  request: { count: 2, topics: [], level: null },
  items: [{ question: 'stride', item: 'i', asked: 'h', order: 5, why: 'due' }],
  answers: [],
  stopped: false,
  wish: null,
};

const cardsOf = (store: Store, user = ada) => store.transact(({ memory }) => memory.cards(user));
const note = (store: Store, changed: Partial<MemoryAnswer>) =>
  store.transact(({ memory }) => memory.note(sampleAnswer(changed)));

/** What every store promises of what people remember. */
export function describeMemory(opener: Opener): void {
  describe('memory', () => {
    const open = createOpening(opener);

    it('counts an answer once, however often and wherever at the same time it is noted', async () => {
      const store = await open();
      const noted = await Promise.all(Array.from({ length: 5 }, () => note(store, { correct: false })));
      expect(noted.filter((card) => card !== null)).toHaveLength(1);
      expect(await note(store, { correct: true })).toBeNull();
      expect(await cardsOf(store)).toEqual([noted.find((card) => card !== null)]);
      expect(await cardsOf(store)).toMatchObject([{ question: 'stride', item: 'i', answered: 1, missed: 1, last: 1 }]);
    });

    it('leaves no card of an answer that was rolled back', async () => {
      const store = await open();
      const failing = store.transact(async ({ memory }) => {
        await memory.note(sampleAnswer());
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await cardsOf(store)).toEqual([]);
    });

    it('knows a person in all scopes of a platform, and nobody else', async () => {
      const store = await open();
      await note(store, { source: 'daily:a', user: 'chat:1:7' });
      await note(store, { source: 'daily:b', user: 'chat:-:7', item: 'other', at: 4 * day });
      await note(store, { source: 'daily:a', user: 'chat:1:77' });
      await note(store, { source: 'daily:a', user: 'talk:1:7' });
      expect(await cardsOf(store, 'chat:99:7')).toMatchObject([{ item: 'other', answered: 2 }]);
      expect((await cardsOf(store, 'chat:1:77')).length + (await cardsOf(store, 'talk:1:7')).length).toBe(2);
    });

    it('lists what is due, the longest overdue first, and the latest answers', async () => {
      const store = await open();
      for (const [no, question] of ['a', 'b', 'c'].entries()) {
        await note(store, { source: `s${no}`, question, correct: no !== 1, at: no, level: 'hard' });
      }
      await store.transact(async ({ memory }) => {
        expect((await memory.due(ada, 4 * day, 9)).map(({ question }) => question)).toEqual(['b', 'a']);
        expect((await memory.due(ada, 4 * day, 1)).map(({ question }) => question)).toEqual(['b']);
        expect(await memory.due(ada, day, 9)).toEqual([]);
        expect(await memory.recent(ada, 2)).toEqual([
          { question: 'c', item: 'i', topic: 'tensors', level: 'hard', correct: true, at: 2 },
          { question: 'b', item: 'i', topic: 'tensors', level: 'hard', correct: false, at: 1 },
        ]);
      });
    });

    it('can be made anew of the answers, which gives what was stored, in whatever order they came at once', async () => {
      const store = await open();
      const chance = createRandom(7);
      const answers = Array.from({ length: 300 }, (_, no) => ({
        user: `chat:${no % 3}:${no % 4}`,
        source: `s${no}`,
        question: `q${Math.floor(chance() * 5)}`,
        item: `i${no}`,
        correct: chance() < 0.7,
        at: Math.round(chance() * 40 * day),
      }));
      for (let from = 0; from < answers.length; from += 20) {
        await Promise.all(answers.slice(from, from + 20).map((answer) => note(store, answer)));
      }
      const everybody = async () => Promise.all([0, 1, 2, 3].map((no) => cardsOf(store, `chat:0:${no}`)));
      const stored = await everybody();
      expect(stored.flat()).toHaveLength(20);
      expect(await relearn(store)).toBe(4);
      expect(await everybody()).toEqual(stored);
    });
  });

  describe('practice', () => {
    const open = createOpening(opener);
    const held = (store: Store, user = ada) => store.transact(({ practice }) => practice.lock(user));

    it('is of one person in all scopes, and the latest one', async () => {
      const store = await open();
      expect(await held(store)).toBeNull();
      await store.transact(({ practice }) => practice.save(ada, samplePractice, 1));
      await store.transact(({ practice }) => practice.save('chat:-:7', { ...samplePractice, id: 'q' }, 2));
      expect(await held(store)).toEqual({ ...samplePractice, id: 'q' });
      expect(await held(store, 'chat:1:8')).toBeNull();
    });

    it('is begun by one of several at once', async () => {
      const store = await open();
      const begin = (id: string) =>
        store.transact(async ({ practice }) => {
          const before = await practice.reserve(ada);
          if (before === null) await practice.save(ada, { ...samplePractice, id }, 1);
          return before?.id ?? id;
        });
      const begun = await Promise.all(['a', 'b', 'c', 'd'].map(begin));
      expect(new Set(begun).size).toBe(1);
    });

    it('goes thirty days after somebody last went on with it', async () => {
      const store = await open();
      await store.transact(({ practice }) => practice.save(ada, samplePractice, 5 * day));
      await store.purge(34 * day);
      expect(await held(store)).not.toBeNull();
      await store.purge(36 * day);
      expect(await held(store)).toBeNull();
    });
  });

  describe('an interview', () => {
    const open = createOpening(opener);
    const held = (store: Store, user = ada) => store.transact(({ interviews }) => interviews.lock(user));

    it('is of one person in all scopes, begun by one of several at once', async () => {
      const store = await open();
      expect(await held(store)).toBeNull();
      const begin = (id: string) =>
        store.transact(async ({ interviews }) => {
          const before = await interviews.reserve(ada);
          if (before === null) await interviews.save(ada, { ...sampleInterview, id }, 1);
          return before?.id ?? id;
        });
      expect(new Set(await Promise.all(['a', 'b', 'c', 'd'].map(begin))).size).toBe(1);
      await store.transact(({ interviews }) => interviews.save('chat:-:7', sampleInterview, 2));
      expect(await held(store)).toEqual(sampleInterview);
      expect(await held(store, 'chat:1:8')).toBeNull();
    });

    it('goes with the person, and thirty days after somebody last went on with it', async () => {
      const store = await open();
      await store.transact(({ interviews }) => interviews.save(ada, sampleInterview, 5 * day));
      await store.purge(34 * day);
      expect(await held(store)).not.toBeNull();
      expect((await store.transact(({ people }) => people.kept(ada))).others).toBe(1);
      expect(await store.transact(({ people }) => people.forget(ada))).toBe(1);
      expect(await held(store)).toBeNull();
      await store.transact(({ interviews }) => interviews.save(ada, sampleInterview, 5 * day));
      await store.purge(36 * day);
      expect(await held(store)).toBeNull();
    });
  });

  describe('forgetting what somebody learned', () => {
    const open = createOpening(opener);

    async function learn(store: Store, user: string, correct: boolean): Promise<void> {
      await note(store, { user, source: `daily:${user}`, correct, at: user.includes('-') ? 4 * day : 1 });
      await store.transact(({ practice }) => practice.save(user, samplePractice, 1));
    }

    it('takes out what they answered in a scope, as if only the rest had been answered', async () => {
      const store = await open();
      await learn(store, 'chat:-:7', false);
      const alone = await cardsOf(store);
      await learn(store, ada, true);
      expect(await cardsOf(store)).not.toEqual(alone);
      const kept = (user: string) => store.transact(({ people }) => people.kept(user));
      expect([(await kept(ada)).answers, (await kept(ada)).others, (await kept('chat:-:7')).others]).toEqual([1, 1, 0]);
      expect(await store.transact(({ people }) => people.keysOf(ada))).toEqual(['chat:-:7', ada]);
      expect(await store.transact(({ people }) => people.forget(ada))).toBe(2);
      expect(await cardsOf(store)).toEqual(alone);
      expect(await store.transact(({ practice }) => practice.lock(ada))).toBeNull();
      expect(await store.transact(({ people }) => people.forget('chat:-:7'))).toBe(1);
      expect(await cardsOf(store)).toEqual([]);
      expect(await store.transact(({ people }) => people.keysOf(ada))).toEqual([]);
    });

    it('with a workspace takes out what its people answered there', async () => {
      const store = await open();
      await learn(store, 'chat:-:7', false);
      const alone = await cardsOf(store);
      await learn(store, ada, true);
      await learn(store, 'chat:12:8', true);
      await store.transact(({ people }) => people.forgetScope('chat:1'));
      expect(await cardsOf(store)).toEqual(alone);
      expect(await cardsOf(store, 'chat:12:8')).toHaveLength(1);
      await store.transact(({ people }) => people.forgetScope('chat:12'));
      expect(await cardsOf(store, 'chat:12:8')).toEqual([]);
      expect(await store.transact(({ memory }) => memory.learners('', 9))).toEqual(['chat:7']);
    });
  });
}
