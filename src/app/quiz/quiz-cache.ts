import { setBounded } from '../../core/bounded-map.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import type { StoredQuiz } from '../store/quiz.ts';
import type { Store } from '../store/store.ts';
import { replay } from './replay.ts';

/** A quiz in memory: as it was saved last, and its state with the answers since. */
export type CachedQuiz = { readonly stored: StoredQuiz; readonly state: QuizState };

/** The quizzes in memory. There is only what the database has as well: a failure forgets it, and it is read again. */
export type QuizCache = {
  /** Reads a quiz that is not in memory; tells whether it is now. What it is then, `get` tells at the moment of use. */
  readonly load: (id: string) => Promise<boolean>;
  readonly get: (id: string) => CachedQuiz | undefined;
  readonly put: (id: string, quiz: CachedQuiz) => void;
  readonly forget: (id: string) => void;
  /** False, and no longer in memory, when it has changed in the database since. */
  readonly isPresent: (id: string, quiz: CachedQuiz) => Promise<boolean>;
  /** Calls back after every change of a quiz in this process; the returned function unsubscribes. */
  readonly watch: (id: string, listener: () => void) => () => void;
  /** The result of `work`; when that fails the quiz is forgotten. */
  readonly forgetOnFailure: <Result>(id: string, work: Promise<Result>) => Promise<Result>;
};

/** Quizzes kept in memory; those that were used longest ago are given up first. */
const mostKept = 1000;

/** Empty at first; quizzes are read from the store when they are asked for. */
export function createQuizCache(store: Store): QuizCache {
  const known = new Map<string, CachedQuiz>();
  const watchers = new Map<string, Set<() => void>>();
  const tell = (id: string) => {
    for (const listener of watchers.get(id) ?? []) listener();
  };
  const put = (id: string, quiz: CachedQuiz) => {
    setBounded(known, id, quiz, mostKept);
    tell(id);
  };
  const forget = (id: string) => {
    known.delete(id);
    tell(id);
  };

  function watch(id: string, listener: () => void): () => void {
    const all = watchers.get(id) ?? new Set();
    watchers.set(id, all.add(listener));
    return () => {
      all.delete(listener);
      if (all.size === 0 && watchers.get(id) === all) watchers.delete(id);
    };
  }

  return {
    load: async (id) => {
      if (known.has(id)) return true;
      const read = await store.transact(async (unit) => {
        const stored = await unit.quizzes.lock(id);
        return stored === null ? null : { stored, answers: await unit.quizzes.answers(id) };
      });
      // Somebody else may have read it meanwhile, and gone on from there.
      if (read === null || known.has(id)) return known.has(id);
      put(id, { stored: read.stored, state: replay(read.stored.state, read.answers).state });
      return true;
    },
    get: (id) => known.get(id),
    put,
    forget,
    watch,
    isPresent: async (id, { stored }) => {
      if ((await store.transact((unit) => unit.quizzes.version(id))) === stored.version) return true;
      forget(id);
      return false;
    },
    forgetOnFailure: async (id, work) => {
      try {
        return await work;
      } catch (error) {
        forget(id);
        throw error;
      }
    },
  };
}
