import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Room, Waiting, Way } from '../../../src/app/delivery/admit.ts';
import { admit, shut, wholeRoom } from '../../../src/app/delivery/admit.ts';
import type { Rates } from '../../../src/app/delivery/messenger.ts';
import type { Urgency } from '../../../src/app/delivery/urgency.ts';
import { patienceOf, urgencies } from '../../../src/app/delivery/urgency.ts';

const rates: Rates = {
  posts: { burst: 10, interval: 200 },
  channelPosts: { burst: 2, interval: 1000 },
  edits: { burst: 5, interval: 1000 },
};

const waysOf = (urgency: Urgency): readonly Way[] =>
  urgency === 'reveal'
    ? ['edit', 'post']
    : urgency === 'play' || urgency === 'channel' || urgency === 'aside'
      ? ['post']
      : ['edit'];

const waiting = (id: string, urgency: Urgency, since = 0, channel = `C-${id}`): Waiting => ({
  ...{ id, urgency, since, channel },
  ways: waysOf(urgency),
});

const wentOf = (all: readonly Waiting[], room: Room, now = 0) =>
  admit(all, room, rates, now).admitted.map(({ id, way }) => `${id} ${way}`);

/** The same with nothing left of one way. */
function without(way: Way, now = 0): Room {
  const whole = wholeRoom(rates, now);
  const name = way === 'post' ? 'posts' : 'edits';
  return { ...whole, [name]: { ...whole[name], tokens: 0 } };
}

describe('what goes next', () => {
  it('is a reveal before a question, that before a result, that before a change, and progress last', () => {
    const room = { ...without('edit'), posts: { tokens: 9, at: 0, shut: 0 } };
    const all = [waiting('result', 'channel'), waiting('question', 'play'), waiting('reveal', 'reveal')];
    expect(wentOf(all, room)).toEqual(['reveal post', 'question post', 'result post']);
    const edits = [waiting('progress', 'progress'), waiting('lobby', 'change')];
    expect(wentOf(edits, wholeRoom(rates, 0))).toEqual(['lobby edit', 'progress edit']);
    expect(wentOf([...edits, waiting('reveal', 'reveal')], wholeRoom(rates, 0))).toEqual(['reveal edit', 'lobby edit']);
  });

  it('is a reveal as a post at once where it would have to wait for an edit', () => {
    expect(wentOf([waiting('reveal', 'reveal')], without('edit'))).toEqual(['reveal post']);
    const closed = shut(wholeRoom(rates, 0), 'edit', 30_000);
    expect(wentOf([waiting('reveal', 'reveal')], closed)).toEqual(['reveal post']);
  });

  it('leaves room for reveals that may come any moment', () => {
    const many = Array.from({ length: 20 }, (_, no) => waiting(`q${no}`, 'play'));
    const { admitted, room, next } = admit(many, wholeRoom(rates, 0), rates, 0);
    expect(admitted.length).toBeLessThan(7);
    expect(wentOf([waiting('reveal', 'reveal')], { ...room, edits: without('edit').edits })).toEqual(['reveal post']);
    expect(next).toBeGreaterThan(0);
  });

  it('is of two alike the one that waits longer, unless its own channel is full', () => {
    const [older, younger] = [waiting('b', 'play', 100, 'C1'), waiting('a', 'play', 200, 'C2')];
    const room = { ...wholeRoom(rates, 300), posts: { tokens: 5, at: 300, shut: 0 } };
    expect(wentOf([younger, older], room, 300)).toEqual(['b post']);
    const full = { ...room, channels: new Map([['C1', { tokens: 0, at: 300, shut: 0 }]]) };
    expect(wentOf([younger, older], full, 300)).toEqual(['a post']);
  });

  it('is nothing while the platform takes nothing, and then at once', () => {
    const room = shut(wholeRoom(rates, 0), 'post', 7000);
    expect(admit([waiting('q', 'play')], room, rates, 100)).toMatchObject({ admitted: [], next: 6900 });
    expect(wentOf([waiting('q', 'play')], room, 7000)).toEqual(['q post']);
  });
});

/** Something that comes some ms after what came before it. */
const arrivals = fc.array(
  fc.record({ after: fc.nat(600), urgency: fc.constantFrom(...urgencies), channel: fc.nat(5) }),
  { minLength: 1, maxLength: 120 },
);

type Went = { readonly id: string; readonly way: Way; readonly at: number; readonly waiting: Waiting };

/** Lets all come and go by a clock that jumps to what happens next. */
function play(coming: readonly { after: number; urgency: Urgency; channel: number }[]) {
  let at = 0;
  const all = coming.map(({ after, urgency, channel }, no) => {
    at += after;
    return waiting(`m${String(no).padStart(3, '0')}`, urgency, at, `C${channel}`);
  });
  const went: Went[] = [];
  const ahead: { readonly gone: Went; readonly others: readonly Waiting[] }[] = [];
  let [now, room, held] = [0, wholeRoom(rates, 0), [] as Waiting[]];
  let rest = all;
  for (let steps = 0; rest.length + held.length > 0; steps += 1) {
    if (steps > 100_000) throw new Error('It does not come to an end.');
    held = [...held, ...rest.filter(({ since }) => since <= now)];
    rest = rest.filter(({ since }) => since > now);
    const { admitted, room: left, next } = admit(held, room, rates, now);
    room = left;
    for (const { id, way } of admitted) {
      const gone = { id, way, at: now, waiting: held.find((each) => each.id === id) ?? waiting(id, 'play') };
      const stays = held.filter((each) => !admitted.some((other) => other.id === each.id));
      ahead.push({ gone, others: stays });
      went.push(gone);
    }
    held = held.filter(({ id }) => !admitted.some((gone) => gone.id === id));
    now = Math.min(now + (next ?? Number.POSITIVE_INFINITY), rest[0]?.since ?? Number.POSITIVE_INFINITY);
  }
  return { all, went, ahead };
}

describe('whatever comes, and however much', () => {
  it('goes some time, once', () => {
    fc.assert(
      fc.property(arrivals, (coming) => {
        const { all, went } = play(coming);
        expect(went.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id));
      }),
    );
  });

  it('goes soon after its deadline: never later than all that had an earlier one need', () => {
    fc.assert(
      fc.property(arrivals, (coming) => {
        const { went } = play(coming);
        for (const { at, waiting: each } of went) {
          const slowest = Math.max(rates.edits.interval, rates.channelPosts.interval);
          const deadline = each.since + patienceOf[each.urgency].allowance;
          expect(at).toBeLessThanOrEqual(deadline + (coming.length + 1) * slowest);
        }
      }),
    );
  });

  it('keeps the rates', () => {
    fc.assert(
      fc.property(arrivals, (coming) => {
        const { went } = play(coming);
        const most = (some: readonly Went[], burst: number, interval: number) => {
          for (const { at } of some) {
            const inWindow = some.filter((other) => other.at >= at && other.at < at + 5000).length;
            expect(inWindow).toBeLessThanOrEqual(burst + Math.ceil(5000 / interval));
          }
        };
        const posts = went.filter(({ way }) => way === 'post');
        most(posts, rates.posts.burst, rates.posts.interval);
        most(
          went.filter(({ way }) => way === 'edit'),
          rates.edits.burst,
          rates.edits.interval,
        );
        for (const own of Map.groupBy(posts, ({ waiting: { channel } }) => channel).values()) {
          most(own, rates.channelPosts.burst, rates.channelPosts.interval);
        }
      }),
    );
  });

  it('never lets a reveal wait while progress goes, which is dropped long before its deadline', () => {
    fc.assert(
      fc.property(arrivals, (coming) => {
        const { ahead } = play(coming);
        for (const { gone, others } of ahead) {
          const { urgency, since } = gone.waiting;
          if (urgency !== 'progress' || gone.at >= since + patienceOf.progress.allowance) continue;
          expect(others.filter((other) => other.urgency === 'reveal')).toEqual([]);
        }
      }),
    );
  });

  it('keeps the order of what comes into one channel alike', () => {
    fc.assert(
      fc.property(arrivals, (coming) => {
        const { went } = play(coming);
        for (const alike of Map.groupBy(went, ({ waiting: { urgency, channel } }) => `${urgency} ${channel}`).values())
          expect(alike.map(({ id }) => id)).toEqual(alike.map(({ id }) => id).toSorted());
      }),
    );
  });
});
