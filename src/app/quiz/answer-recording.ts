import type { AnswerEvent } from '../../core/quiz/event.ts';
import { reduce } from '../../core/quiz/reduce.ts';
import type { Refusal } from '../../core/quiz/refusal.ts';
import { choices } from '../../core/quiz/state.ts';
import type { Step } from '../../core/quiz/step.ts';
import type { Store } from '../store/store.ts';
import type { CachedQuiz, QuizCache } from './quiz-cache.ts';
import type { Outcome } from './quiz-change.ts';

const mostTries = 5;

export type Recorded = {
  readonly outcome: Outcome;
  /** The answer calls for more than itself, which is still to be carried out. */
  readonly brings: boolean;
};

/** An answer that came in at `now`, by the steady clock. */
type Answer = { readonly id: string; readonly event: AnswerEvent; readonly now: number };

/**
 * Records an answer as one row, checked against the version of the quiz; resolves when it is durable. Those of one quiz
 * may be recorded at once.
 */
export function createAnswerRecording({
  store,
  cache,
}: {
  readonly store: Store;
  readonly cache: QuizCache;
}): (id: string, event: AnswerEvent, now: number) => Promise<Recorded> {
  /** Answers in memory that are on their way to the database, by quiz, question and person. */
  const unwritten = new Map<string, Promise<unknown>>();

  /** Null: it is to be tried again, with what is known then. */
  async function attempt(answer: Answer): Promise<Recorded | null> {
    await cache.load(answer.id);
    const quiz = cache.get(answer.id);
    if (quiz === undefined) return { outcome: null, brings: false };
    const step = reduce(quiz.state, answer.event, answer.now);
    return step.refusal === undefined ? write(answer, quiz, step) : refuse(answer, quiz, step.refusal);
  }

  async function refuse({ id, event }: Answer, quiz: CachedQuiz, refusal: Refusal): Promise<Recorded | null> {
    // An earlier answer is promised only once it is durable; when it is lost, this one takes its place.
    const earlier = refusal.kind === 'already-answered' ? unwritten.get(placeOf(id, event)) : undefined;
    if (earlier !== undefined) {
      await earlier.catch(() => {});
      return null;
    }
    // Another instance may have gone on, and then nothing speaks against the answer.
    return (await cache.isPresent(id, quiz)) ? refused(quiz, refusal) : null;
  }

  async function write({ id, event, now }: Answer, quiz: CachedQuiz, step: Step): Promise<Recorded | null> {
    const place = placeOf(id, event);
    const { kind: _, ...answer } = event;
    // In memory at once, so that the next click in this tick sees it; forgotten again if it does not become durable.
    cache.put(id, { stored: quiz.stored, state: step.state });
    const writing = store.answers.record(id, quiz.stored.version, { ...answer, received: now });
    unwritten.set(place, writing);
    const result = await cache.forgetOnFailure(id, writing).finally(() => {
      if (unwritten.get(place) === writing) unwritten.delete(place);
    });
    if (result.kind === 'recorded') {
      const brings = step.effects.some(({ kind }) => kind !== 'progress');
      return { outcome: { state: step.state, refusal: null }, brings };
    }
    cache.forget(id);
    // The same click, which another process or an earlier delivery has recorded.
    if (result.kind === 'known' && result.choice === event.choice && result.at === event.at)
      return { outcome: { state: step.state, refusal: null }, brings: false };
    const choice = choices.find((candidate) => result.kind === 'known' && candidate === result.choice);
    if (choice !== undefined) return refused(quiz, { kind: 'already-answered', choice });
    // Stopped since that click: its result stands, and no version of it takes answers any more.
    return quiz.state.phase.kind === 'over' ? refused(quiz, { kind: 'too-late' }) : null;
  }

  return async (id, event, now) => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const recorded = await attempt({ id, event, now });
      if (recorded !== null) return recorded;
    }
    throw new Error(`The quiz ${id} changes too fast to take an answer.`);
  };
}

function refused({ state }: CachedQuiz, refusal: Refusal): Recorded {
  return { outcome: { state, refusal }, brings: false };
}

function placeOf(id: string, { no, user }: AnswerEvent): string {
  return `${id}:${no}:${user}`;
}
