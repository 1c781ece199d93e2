import { describe, expect, it } from 'vitest';
import type { PeerMarks } from '../../../src/core/interview/peers.ts';
import { comparisonOf } from '../../../src/core/interview/peers.ts';
import { withTick } from '../../../src/core/interview/tick.ts';

const request = { author: { user: 'chat:1:7', name: 'Ada' }, own: [2, 0], points: ['one', 'two', 'three'] };
const marks = (no: number, sent: readonly number[] | null): PeerMarks => ({
  ...{ user: `chat:1:${no}`, name: `Peer ${no}`, ticked: [0, 1, 2], sent },
});

describe('marks side by side', () => {
  it('are the author’s and what each peer has sent, point by point', () => {
    expect(comparisonOf(request, [marks(1, [1]), marks(2, null), marks(3, [])], 5)).toEqual({
      own: { user: 'chat:1:7', name: 'Ada', said: [true, false, true], count: 2 },
      peers: [
        { user: 'chat:1:1', name: 'Peer 1', said: [false, true, false], count: 1 },
        { user: 'chat:1:3', name: 'Peer 3', said: [false, false, false], count: 0 },
      ],
      more: 0,
    });
  });

  it('are shown of so many, and the others are counted', () => {
    const all = Array.from({ length: 7 }, (_, no) => marks(no, [0]));
    const { peers, more } = comparisonOf(request, all, 5);
    expect([peers.map(({ name }) => name).at(-1), peers.length, more]).toEqual(['Peer 4', 5, 2]);
  });
});

describe('a tick', () => {
  it('says what the point shall be, so that the same twice changes nothing', () => {
    expect(withTick([2], 3, 0, true)).toEqual([0, 2]);
    expect(withTick(withTick([2], 3, 0, true), 3, 0, true)).toEqual([0, 2]);
    expect(withTick([0, 2], 3, 0, false)).toEqual([2]);
    expect(withTick([2], 3, 0, false)).toEqual([2]);
  });

  it.each([-1, 3, 0.5, Number.NaN])('of point %s, which there is not, changes nothing', (point) => {
    expect(withTick([2], 3, point, true)).toEqual([2]);
  });
});
