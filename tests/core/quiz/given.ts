import { expect } from 'vitest';
import type { Effect, TimerName } from '../../../src/core/quiz/effect.ts';
import type { HostEvent, PostedEvent, QuizEvent } from '../../../src/core/quiz/event.ts';
import type { Opening } from '../../../src/core/quiz/open.ts';
import { openQuiz } from '../../../src/core/quiz/open.ts';
import { reduce } from '../../../src/core/quiz/reduce.ts';
import type { Refusal } from '../../../src/core/quiz/refusal.ts';
import type { Settings } from '../../../src/core/quiz/settings.ts';
import { defaultSettings } from '../../../src/core/quiz/settings.ts';
import { standings } from '../../../src/core/quiz/standings.ts';
import type { Choice, PickedQuestion, QuizState } from '../../../src/core/quiz/state.ts';
import type { Step } from '../../../src/core/quiz/step.ts';

/** Our clock when every quiz of these tests is opened; the platform's clock says 500 ms less. */
export const start = 1_000_000;
export const skew = 500;

/** An event and when we hear of it. All instants of this language are ms after `start` on our clock. */
export type Happening = readonly [now: number, event: QuizEvent];

/** A quiz on its way. What is said of it fails the test where it is not so, and leads on to what comes next. */
export type Course = {
  readonly state: QuizState;
  readonly when: (...happenings: readonly Happening[]) => Course;
  /** The last event was taken, and just this is to be done about it: whole effects, or their kinds where these are enough. */
  readonly thenDone: (...effects: readonly (Effect | Effect['kind'])[]) => Course;
  /** The last event was taken, whatever is to be done about it; this at the end of it all. */
  readonly thenAtLast: (effect: Effect | Effect['kind']) => Course;
  readonly thenTaken: () => Course;
  /** The last event was refused: nothing has changed or is to be done, but for a timer that is armed again. */
  readonly thenRefused: (refusal: Refusal['kind'] | Refusal, ...effects: readonly Effect[]) => Course;
  /** The last event was no trouble, and made no difference. */
  readonly thenNothingHappens: () => Course;
  readonly thenPhase: (phase: Readonly<Record<string, unknown>>) => Course;
  /** What everybody has now, those who play and no others. */
  readonly thenPoints: (points: Readonly<Record<string, number>>) => Course;
};

/** A quiz as it stands: `given(asking('ann')).when([2000, order('pause')]).thenDone(…)`. */
export function given(state: QuizState): Course {
  return course({ state, effects: [] }, state);
}

function course(last: Step, before: QuizState): Course {
  const { state, effects, refusal } = last;
  const chain = (check: () => void) => {
    check();
    return self;
  };
  const taken = () => expect(refusal).toBeUndefined();
  const self: Course = {
    state,
    when: (...happenings) =>
      happenings.reduce((so, [now, event]) => course(reduce(so.state, event, start + now), so.state), self),
    thenDone: (...wanted) =>
      chain(() => {
        taken();
        expect(effects).toEqual(wanted.map(asWanted));
      }),
    thenAtLast: (wanted) =>
      chain(() => {
        taken();
        expect(effects.at(-1)).toEqual(asWanted(wanted));
      }),
    thenTaken: () => chain(taken),
    thenRefused: (wanted, ...again) =>
      chain(() => {
        expect(refusal).toEqual(typeof wanted === 'string' ? { kind: wanted } : wanted);
        expect(effects).toEqual(again);
        expect(state).toBe(before);
      }),
    thenNothingHappens: () =>
      chain(() => {
        taken();
        expect(effects).toEqual([]);
        expect(state).toEqual(before);
      }),
    thenPhase: (phase) => chain(() => expect(state.phase).toMatchObject(phase)),
    thenPoints: (points) =>
      chain(() => expect(Object.fromEntries(standings(state).map((row) => [row.user, row.points]))).toEqual(points)),
  };
  return self;
}

const asWanted = (wanted: Effect | Effect['kind']): unknown =>
  typeof wanted === 'string' ? expect.objectContaining({ kind: wanted }) : wanted;

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

/** A quiz of three questions, as it is opened if nothing else is said. */
export const opening = (settings: Partial<Settings> = {}, seed = 1): Opening => {
  const all = { ...defaultSettings, count: 3, ...settings };
  const host = { user: 'host', name: 'Host' };
  return { id: 'z', channel: 'c', host, settings: all, questions: questions(all.count), seed, now: start };
};

/** Such a quiz in its lobby, which its host has left, so that only those play of whom it is said. */
export function opened(settings: Partial<Settings> = {}, seed = 1): QuizState {
  return given(openQuiz(opening(settings, seed)).state).when([0, { kind: 'leave', user: 'host' }]).state;
}

/** The message of question 0 is on its way. */
export function waiting(users: readonly string[] = ['ann'], settings: Partial<Settings> = {}): QuizState {
  return given(opened(settings)).when(...users.map((user): Happening => [0, join(user)]), [0, order('start')]).state;
}

/** Question 0 runs since 1000 (its message and the news of it at once), with these players. */
export function asking(users: readonly string[] = ['ann'], settings: Partial<Settings> = {}): QuizState {
  return given(waiting(users, settings)).when(out(0, 1000)).state;
}

export const join = (user: string, team: number | null = null): QuizEvent => ({ kind: 'join', user, name: user, team });

const instantOf = (at: number | null) => (at === null ? null : start + at - skew);

/** An order given at `at`, where the platform tells when. */
export const order = (
  kind: 'start' | 'pause' | 'resume' | 'stop',
  user = 'host',
  byManager = false,
  at: number | null = null,
): HostEvent => ({ kind, user, byManager, at: instantOf(at) });

export const skip = (no: number, what: 'question' | 'reveal' = 'question', at: number | null = null): HostEvent => ({
  kind: 'skip',
  what,
  no,
  user: 'host',
  byManager: false,
  at: instantOf(at),
});

export const timer = (name: TimerName, no = 0): QuizEvent => ({ kind: 'timer', timer: name, no });

/** A message that was out at `at`. */
export const posted = (no: number, at: number): PostedEvent => ({
  kind: 'posted',
  no,
  at: start + at - skew,
  late: false,
});

/** The same, of which we hear at once. */
export const out = (no: number, at: number): Happening => [at, posted(no, at)];

/** A click on an option of question 0 (B is right) made at `at`, of which we hear at once or when it is said. */
export const click = (user: string, choice: Choice, at: number, heard = at): Happening =>
  clickOn(0, user, choice, at, heard);

export const clickOn = (no: number, user: string, choice: Choice, at: number, heard = at): Happening => [
  heard,
  { kind: 'answer', user, name: user, no, choice, at: start + at - skew },
];

/** One question after another in a time of 30 s each, question 0 being out: nobody answers, and all timers ring in time. */
export const unanswered = (...nos: readonly number[]): readonly Happening[] =>
  nos.flatMap((no): readonly Happening[] => {
    const at = no * 30_000;
    return [
      ...(no === 0 ? [] : [out(no, at + 1000)]),
      [at + 21_000, timer('close', no)],
      [at + 26_000, timer('reveal', no)],
    ];
  });

export const arm = (name: TimerName, due: number, no = 0): Extract<Effect, { kind: 'arm' }> => ({
  kind: 'arm',
  timer: name,
  no,
  due: start + due,
});

export const disarm = (name: TimerName): Effect => ({ kind: 'disarm', timer: name });

export const progress: Effect = { kind: 'progress', no: 0 };

/** What question 0 brought to those who are named; a player's name is their id. */
export const award = (...entries: readonly (readonly [user: string, points: number])[]): Effect => ({
  kind: 'award',
  no: 0,
  entries: entries.map(([user, points]) => ({ user, name: user, points, correct: points > 0 })),
});
