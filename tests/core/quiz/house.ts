import fc from 'fast-check';
import { expect } from 'vitest';
import type { AwardEntry, Effect } from '../../../src/core/quiz/effect.ts';
import type { AnswerEvent, QuizEvent } from '../../../src/core/quiz/event.ts';
import { reduce } from '../../../src/core/quiz/reduce.ts';
import type { QuizState } from '../../../src/core/quiz/state.ts';
import { choices, questionNo } from '../../../src/core/quiz/state.ts';
import { skew, start, timer } from './given.ts';

/** A house around the quiz: timers ring, messages are posted, answers are kept as rows and everything else as states. */
export type House = {
  state: QuizState;
  now: number;
  timers: Map<string, { readonly no: number; readonly due: number }>;
  toPost: { readonly no: number; readonly at: number }[];
  stored: QuizState;
  rows: { readonly event: AnswerEvent; readonly now: number }[];
  awards: Map<string, AwardEntry>;
  doubled: number;
};

export function build(state: QuizState): House {
  const timers = new Map([['lobby', { no: 0, due: start + 30_000 }]]);
  return { state, now: start, timers, toPost: [], stored: state, rows: [], awards: new Map(), doubled: 0 };
}

export function happen(house: House, event: QuizEvent): void {
  const step = reduce(house.state, event, house.now);
  if (step.refusal !== undefined) expect(step.state).toBe(house.state);
  house.state = step.state;
  if (event.kind === 'forget') forgetRows(house, event.user);
  if (event.kind !== 'answer') house.stored = step.state;
  else if (step.refusal === undefined) house.rows.push({ event, now: house.now });
  for (const effect of step.effects) obey(house, effect);
}

/** With a person their rows go, and what they were awarded. */
function forgetRows(house: House, user: string): void {
  house.rows = house.rows.filter(({ event }) => event.user !== user);
  for (const key of [...house.awards.keys()]) if (key.endsWith(` ${user}`)) house.awards.delete(key);
}

function obey(house: House, effect: Effect): void {
  if (effect.kind === 'arm') house.timers.set(effect.timer, effect);
  if (effect.kind === 'disarm') house.timers.delete(effect.timer);
  if (effect.kind === 'post-question') house.toPost.push({ no: effect.no, at: house.now + 200 });
  if (effect.kind !== 'award') return;
  for (const entry of effect.entries) {
    const key = `${effect.no} ${entry.user}`;
    house.doubled += Number(house.awards.has(key));
    house.awards.set(key, entry);
  }
}

/** Lets time pass, with everything that falls due in it. */
export function pass(house: House, ms: number): void {
  const end = house.now + ms;
  for (;;) {
    const post = house.toPost[0];
    const [ring] = [...house.timers].toSorted((one, other) => one[1].due - other[1].due);
    if (post !== undefined && post.at <= end && post.at <= (ring?.[1].due ?? Number.POSITIVE_INFINITY)) {
      house.toPost.shift();
      house.now = Math.max(house.now, post.at);
      happen(house, { kind: 'posted', no: post.no, at: house.now - skew - 100, late: false });
    } else if (ring !== undefined && ring[1].due <= end) {
      house.timers.delete(ring[0]);
      house.now = Math.max(house.now, ring[1].due);
      happen(house, timer(ring[0] as 'lobby', ring[1].no));
    } else break;
  }
  house.now = end;
}

const user = fc.constantFrom('ann', 'bob', 'cid', 'dan', 'host');
const no = fc.integer({ min: -1, max: 4 });
const at = fc.integer({ min: -4000, max: 100 });
export type Wish = { readonly wait: number; readonly make: (house: House) => QuizEvent };

export const person = (key: string) => ({ user: key, name: key.toUpperCase() });
const anyEvent: fc.Arbitrary<(house: House) => QuizEvent> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(user, fc.option(fc.integer({ min: -1, max: 3 }))).map(([key, team]) => () => ({
      kind: 'join' as const,
      ...person(key),
      team,
    })),
  },
  { weight: 1, arbitrary: user.map((key) => () => ({ kind: 'leave' as const, user: key })) },
  { weight: 1, arbitrary: user.map((key) => () => ({ kind: 'forget' as const, user: key })) },
  {
    weight: 9,
    arbitrary: fc
      .tuple(user, fc.constantFrom(...choices), at, fc.constantFrom(0, 0, 0, -1, 1))
      .map(([key, choice, ago, off]) => (house: House) => ({
        kind: 'answer' as const,
        ...person(key),
        choice,
        no: questionNo(house.state) + off,
        at: house.now - skew + ago,
      })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('start', 'pause', 'resume', 'resume', 'stop'), user, fc.boolean(), fc.option(at))
      .map(([kind, key, byManager, ago]) => (house: House) => ({
        kind,
        user: key,
        byManager,
        at: ago === null ? null : house.now - skew + ago,
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('question', 'reveal'), fc.boolean())
      .map(([what, byManager]) => (house: House) => ({
        kind: 'skip' as const,
        what,
        no: questionNo(house.state),
        user: 'host',
        byManager,
        at: null,
      })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(no, at).map(([index, ago]) => (house: House) => ({
      kind: 'posted' as const,
      no: index,
      at: house.now - skew + ago,
      late: index % 2 === 1,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('lobby', 'close', 'reveal', 'pause'), no).map(
      ([name, index]) =>
        () =>
          timer(name, index),
    ),
  },
  { weight: 1, arbitrary: fc.constant(() => ({ kind: 'lost' as const, reason: 'post' })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 90_000 }).map((lost) => () => ({ kind: 'recovered' as const, lost })),
  },
);
export const wishes: fc.Arbitrary<readonly Wish[]> = fc.array(
  fc.record({ wait: fc.oneof(fc.integer({ min: 0, max: 2500 }), fc.integer({ min: 0, max: 40_000 })), make: anyEvent }),
  { maxLength: 60, size: 'max' },
);
export const setting = fc.record({
  count: fc.integer({ min: 1, max: 4 }),
  teams: fc.constantFrom(null, 2, 3),
  revealSeconds: fc.constantFrom(1, 5),
});
