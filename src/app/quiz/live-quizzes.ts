import { setNewest } from '../../core/newest.ts';
import type { Effect } from '../../core/quiz/effect.ts';
import type { AnswerEvent, QuizEvent } from '../../core/quiz/event.ts';
import { reduce } from '../../core/quiz/reduce.ts';
import type { Refusal } from '../../core/quiz/refusal.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { choices } from '../../core/quiz/state.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Clock } from '../clock.ts';
import { createLanes } from '../delivery/lanes.ts';
import type { StoredQuiz } from '../store/quiz.ts';
import type { Store, Unit } from '../store/store.ts';
import { carryOut } from './effects.ts';
import { replay } from './replay.ts';

type Options = {
  readonly store: Store;
  readonly bank: BankIndex;
  readonly clock: Clock;
  readonly rules: ZoneRules;
};

/** What an event came to: the state after it, and why it changed nothing where it did not. Null: there is no such quiz. */
export type Outcome = { readonly state: QuizState; readonly refusal: Refusal | null } | null;

/** A guard that may withdraw an event within its own unit (a timer that is no longer ours). */
export type Guard = (unit: Unit) => Promise<boolean>;

/** All quizzes that are being played, each with its state in memory and its events one after the other. */
export type LiveQuizzes = {
  /** Anything but an answer: one transaction. `now` is the steady clock at which it came in. */
  readonly handle: (id: string, event: QuizEvent, now: number, guard?: Guard) => Promise<Outcome>;
  /** An answer; resolves when it is durable. Those that come at once are committed together. */
  readonly answer: (id: string, event: AnswerEvent, now: number) => Promise<Outcome>;
  /** The present state, whichever instance has changed it last. */
  readonly look: (id: string) => Promise<QuizState | null>;
  /** Shows how many have answered; lossy. Closes the question when all have, also those at other instances. */
  readonly showProgress: (id: string, no: number) => Promise<void>;
};

/** The state as it was saved last, and with the answers since. */
type Known = { readonly stored: StoredQuiz; readonly state: QuizState };

const mostTries = 5;

/** Quizzes kept in memory; those that were used longest ago are given up first. */
const mostKnown = 1000;

/**
 * The shell around the rules. In memory there is only what the database has as well: a failure forgets it, and it is
 * read again. An answer is one row, checked against the version of the quiz; everything else locks the quiz, replays the
 * rows since, and saves the new state together with all that it calls for.
 */
export function createLiveQuizzes({ store, bank, clock, rules }: Options): LiveQuizzes {
  const known = new Map<string, Known>();
  const lanes = createLanes();
  /** Answers in memory that are on their way to the database, by quiz, question and person. */
  const unwritten = new Map<string, Promise<unknown>>();

  function remember(id: string, entry: Known): void {
    setNewest(known, id, entry, mostKnown);
  }

  /** Reads a quiz that is not in memory; tells whether it is now. */
  async function load(id: string): Promise<boolean> {
    if (known.has(id)) return true;
    const read = await store.transact(async (unit) => {
      const stored = await unit.quizzes.lock(id);
      return stored === null ? null : { stored, answers: await unit.quizzes.answers(id) };
    });
    // Somebody else may have read it meanwhile, and gone on from there.
    if (read === null || known.has(id)) return known.has(id);
    remember(id, { stored: read.stored, state: replay(read.stored.state, read.answers).state });
    return true;
  }

  /** False, and no longer in memory, when it has changed in the database since. */
  async function isPresent(id: string, { stored }: Known): Promise<boolean> {
    if ((await store.transact((unit) => unit.quizzes.version(id))) === stored.version) return true;
    known.delete(id);
    return false;
  }

  async function change(id: string, event: QuizEvent | null, now: number, guard?: Guard): Promise<Outcome> {
    const result = await forgetting(
      id,
      store.transact(async (unit) => {
        // The quiz before its timers, as everywhere: two instances would else wait for each other.
        const stored = await unit.quizzes.lock(id);
        if (stored === null) return null;
        if (guard !== undefined && !(await guard(unit))) return null;
        const replayed = replay(stored.state, await unit.quizzes.answers(id));
        const step = event === null ? null : reduce(replayed.state, event, now);
        const effects: readonly Effect[] = [...replayed.effects, ...(step?.effects ?? [])];
        const state = step?.state ?? replayed.state;
        const refusal = step?.refusal ?? null;
        if (state === stored.state && effects.length === 0) return { entry: { stored, state }, refusal };
        const quiz: StoredQuiz = { ...stored, state, version: stored.version + 1, live: state.phase.kind !== 'over' };
        if (!(await unit.quizzes.save(quiz))) throw new Error(`The quiz ${id} was changed while it was locked.`);
        await carryOut(effects, { unit, bank, quiz, wall: clock.wall(), rules });
        return { entry: { stored: quiz, state }, refusal };
      }),
    );
    if (result === null) return null;
    remember(id, result.entry);
    return { state: result.entry.state, refusal: result.refusal };
  }

  type Recorded = { readonly outcome: Outcome; readonly brings: boolean };

  /** `brings`: the answer calls for more than itself, which is still to be carried out. */
  async function record(id: string, event: AnswerEvent, now: number): Promise<Recorded> {
    const place = `${id}:${event.no}:${event.user}`;
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      await load(id);
      const entry = known.get(id);
      if (entry === undefined) return { outcome: null, brings: false };
      const step = reduce(entry.state, event, now);
      if (step.refusal !== undefined) {
        // An earlier answer is promised only once it is durable; when it is lost, this one takes its place.
        const earlier = step.refusal.kind === 'already-answered' ? unwritten.get(place) : undefined;
        if (earlier !== undefined) {
          await earlier.catch(() => {});
          continue;
        }
        // Another instance may have gone on, and then nothing speaks against the answer.
        if (!(await isPresent(id, entry))) continue;
        return { outcome: { state: entry.state, refusal: step.refusal }, brings: false };
      }
      const { kind: _, ...answer } = event;
      // In memory at once, so that the next click in this tick sees it; forgotten again if it does not become durable.
      remember(id, { stored: entry.stored, state: step.state });
      const writing = store.answers.record(id, entry.stored.version, { ...answer, received: now });
      unwritten.set(place, writing);
      const result = await forgetting(id, writing).finally(() => {
        if (unwritten.get(place) === writing) unwritten.delete(place);
      });
      if (result.kind === 'recorded') {
        const brings = step.effects.some(({ kind }) => kind !== 'progress');
        return { outcome: { state: step.state, refusal: null }, brings };
      }
      known.delete(id);
      const choice = choices.find((candidate) => result.kind === 'known' && candidate === result.choice);
      if (choice !== undefined) {
        return { outcome: { state: entry.state, refusal: { kind: 'already-answered', choice } }, brings: false };
      }
      // Stopped since that click: its result stands, and no version of it takes answers any more.
      if (entry.state.phase.kind === 'over') {
        return { outcome: { state: entry.state, refusal: { kind: 'too-late' } }, brings: false };
      }
    }
    throw new Error(`The quiz ${id} changes too fast to take an answer.`);
  }

  async function forgetting<Result>(id: string, work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (error) {
      known.delete(id);
      throw error;
    }
  }

  return {
    handle: (id, event, now, guard) => lanes.exclusive(id, () => change(id, event, now, guard)),
    answer: async (id, event, now) => {
      const { outcome, brings } = await lanes.shared(id, () => record(id, event, now));
      if (brings) await lanes.exclusive(id, () => change(id, null, now));
      return outcome;
    },
    look: async (id) => {
      const entry = known.get(id);
      if (entry !== undefined && (await isPresent(id, entry))) return known.get(id)?.state ?? entry.state;
      return (await load(id)) ? (known.get(id)?.state ?? null) : null;
    },
    showProgress: (id, no) =>
      lanes.exclusive(id, async () => {
        const isOver = await store.transact(async (unit) => {
          const stored = await unit.quizzes.lock(id);
          if (stored === null) return false;
          const { state, effects } = replay(stored.state, await unit.quizzes.answers(id));
          const isAsked = state.phase.kind === 'asking' && state.closed.length === no;
          const quiz = { ...stored, state };
          if (isAsked) await carryOut([{ kind: 'progress', no }], { unit, bank, quiz, wall: clock.wall(), rules });
          return effects.length > 0;
        });
        if (isOver) await change(id, null, clock.steady());
      }),
  };
}
