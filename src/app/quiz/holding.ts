import type { QuizEvent } from '../../core/quiz/event.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import type { Outages } from './outages.ts';

/** While people cannot be heard nothing closes, for this long (ms); then the quiz pauses. It is looked again after a pause. */
const longestDeafness = 3 * 60_000;
const deafPause = 1000;

type Options = {
  readonly store: Store;
  readonly live: LiveQuizzes;
  readonly clock: Clock;
  readonly outages: Outages;
};

/** What becomes of a phase whose time is over: it ends, it waits since nobody is heard, or the quiz gets an event instead. */
export type Hold = (timer: ClaimedTimer, quiz: string) => Promise<'ends' | 'waits' | QuizEvent>;

/** Keeps phases from ending while nothing that people do in the quiz arrives. */
export function createHold({ store, live, clock, outages }: Options): Hold {
  return async (timer, quiz) => {
    if (!outages.isAny()) return 'ends';
    const state = await live.read(quiz);
    const since = state === null ? null : await outages.deafSince(quiz, state.channel);
    if (state === null || since === null) return 'ends';
    const now = clock.steady();
    const canPause = state.phase.kind === 'asking' || state.phase.kind === 'revealing';
    if (canPause && now - since >= longestDeafness) return { kind: 'unheard', lost: now - since };
    await store.transact(async (unit) => {
      if (await unit.timers.finish(timer)) await unit.timers.arm({ ...timer, due: now + deafPause });
    });
    return 'waits';
  };
}
