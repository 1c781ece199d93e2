import type { AnswerEvent, QuizEvent } from '../../core/quiz/event.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { createLanes } from '../delivery/lanes.ts';
import type { Environment } from '../environment.ts';
import { createAnswerRecording } from './answer-recording.ts';
import { createQuizCache } from './quiz-cache.ts';
import type { Guard, Outcome } from './quiz-change.ts';
import { changeQuiz, showAnswered } from './quiz-change.ts';

/** All quizzes that are being played, each with its state in memory and its events one after the other. */
export type LiveQuizzes = {
  /** Anything but an answer: one transaction. `now` is the steady clock at which it came in. */
  readonly handle: (id: string, event: QuizEvent, now: number, guard?: Guard) => Promise<Outcome>;
  /** An answer; resolves when it is durable. Those that come at once are committed together. */
  readonly answer: (id: string, event: AnswerEvent, now: number) => Promise<Outcome>;
  /** The present state, whichever instance has changed it last. */
  readonly read: (id: string) => Promise<QuizState | null>;
  /** Calls back when a quiz has changed in this process; the returned function unsubscribes. */
  readonly watch: (id: string, listener: () => void) => () => void;
  /** Shows how many have answered; lossy. Closes the question when all have, also those at other instances. */
  readonly showProgress: (id: string, no: number) => Promise<void>;
};

type Options = Omit<Environment, 'random'> & {
  /** Whether there is room in a scope to show what nobody would miss. */
  readonly hasRoom?: (scope: string) => boolean;
};

/** The shell around the rules: answers of a quiz go beside each other, everything else has the quiz for itself. */
export function createLiveQuizzes({ store, hasRoom = () => true, ...needs }: Options): LiveQuizzes {
  const cache = createQuizCache(store);
  const lanes = createLanes();
  const record = createAnswerRecording({ store, cache });

  async function change(id: string, event: QuizEvent | null, now: number, guard?: Guard): Promise<Outcome> {
    const changing = store.transact((unit) => changeQuiz(unit, id, { event, now, guard }, needs));
    const changed = await cache.forgetOnFailure(id, changing);
    if (changed === null) return null;
    cache.put(id, changed.quiz);
    return { state: changed.quiz.state, refusal: changed.refusal };
  }

  return {
    handle: (id, event, now, guard) => lanes.exclusive(id, () => change(id, event, now, guard)),
    answer: async (id, event, now) => {
      const { outcome, brings } = await lanes.shared(id, () => record(id, event, now));
      if (brings) await lanes.exclusive(id, () => change(id, null, now));
      return outcome;
    },
    read: async (id) => {
      const quiz = cache.get(id);
      if (quiz !== undefined && (await cache.isPresent(id, quiz))) return cache.get(id)?.state ?? quiz.state;
      return (await cache.load(id)) ? (cache.get(id)?.state ?? null) : null;
    },
    watch: cache.watch,
    showProgress: (id, no) =>
      lanes.exclusive(id, async () => {
        const isOwed = await store.transact((unit) => showAnswered(unit, id, no, { ...needs, hasRoom }));
        if (isOwed) await change(id, null, needs.clock.steady());
      }),
  };
}
