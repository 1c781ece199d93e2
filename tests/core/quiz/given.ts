import type { Effect, TimerName } from '../../../src/core/quiz/effect.ts';
import type { HostEvent, QuizEvent } from '../../../src/core/quiz/event.ts';
import { openQuiz } from '../../../src/core/quiz/open.ts';
import { reduce } from '../../../src/core/quiz/reduce.ts';
import type { Refusal } from '../../../src/core/quiz/refusal.ts';
import type { Settings } from '../../../src/core/quiz/settings.ts';
import { defaultSettings } from '../../../src/core/quiz/settings.ts';
import type { Choice, PickedQuestion, QuizState } from '../../../src/core/quiz/state.ts';

/** Our clock when every quiz of these tests is opened; the platform's clock says 500 ms less. */
export const start = 1_000_000;
export const skew = 500;

/** `count` questions, the right option of each being B. */
export function questions(count: number): readonly PickedQuestion[] {
  return Array.from({ length: count }, (_, no) => ({
    question: `q${no}`,
    item: 'i0',
    asked: `h${no}`,
    order: [0, 1, 2, 3],
    correct: 1,
  }));
}

export function opened(settings: Partial<Settings> = {}, seed = 1): QuizState {
  const all = { ...defaultSettings, count: 3, ...settings };
  const host = { user: 'host', name: 'Host' };
  return openQuiz({ id: 'z', channel: 'c', host, settings: all, questions: questions(all.count), seed, now: start })
    .state;
}

export type Happening = readonly [now: number, event: QuizEvent];

export type Course = {
  readonly state: QuizState;
  /** Of the last event. */
  readonly effects: readonly Effect[];
  readonly refusal: Refusal | undefined;
};

/** One event after another; instants are ms after `start` on our clock. */
export function course(state: QuizState, ...happenings: readonly Happening[]): Course {
  return happenings.reduce<Course>(
    (so, [now, event]) => {
      const step = reduce(so.state, event, start + now);
      return { state: step.state, effects: step.effects, refusal: step.refusal };
    },
    { state, effects: [], refusal: undefined },
  );
}

export const join = (user: string, team: number | null = null): QuizEvent => ({ kind: 'join', user, name: user, team });

export const order = (kind: 'start' | 'pause' | 'resume' | 'stop', user = 'host', byManager = false): QuizEvent => ({
  kind,
  user,
  byManager,
  at: null,
});

export const skip = (no: number, what: 'question' | 'reveal' = 'question', at: number | null = null): HostEvent => ({
  kind: 'skip',
  what,
  no,
  user: 'host',
  byManager: false,
  at: at === null ? null : start + at - skew,
});

export const timer = (name: TimerName, no = 0): QuizEvent => ({ kind: 'timer', timer: name, no });

/** A message that was out at `at` ms after `start` on our clock. */
export const posted = (no: number, at: number): QuizEvent => ({
  kind: 'posted',
  no,
  at: start + at - skew,
  late: false,
});

/** A click made at `at` ms after `start` on our clock. */
export const click = (user: string, no: number, choice: Choice, at: number): QuizEvent => ({
  kind: 'answer',
  user,
  name: user,
  no,
  choice,
  at: start + at - skew,
});

/** Question 0 runs since 1000 (its message and the news of it at once), with these players. */
export function asking(users: readonly string[], settings: Partial<Settings> = {}): QuizState {
  const joins = users.map((user): Happening => [0, join(user)]);
  return course(opened(settings), ...joins, [0, order('start')], [1000, posted(0, 1000)]).state;
}

/** What sorts of effects, in order. */
export function kinds(effects: readonly Effect[]): readonly string[] {
  return effects.map(({ kind }) => kind);
}
