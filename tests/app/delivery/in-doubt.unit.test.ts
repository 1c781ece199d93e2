import { describe, expect, it } from 'vitest';
import { afterAttempt } from '../../../src/app/delivery/disposition.ts';
import { resolveInDoubt } from '../../../src/app/delivery/earlier-attempt.ts';
import type { Delivery } from '../../../src/app/delivery/messenger.ts';

const minute = 60_000;

describe('an attempt of which nothing was heard', () => {
  const unknown: Delivery = { kind: 'unknown', reason: 'timeout' };
  const pauses = (made: 'post' | 'change', claims: readonly number[]) =>
    claims.map((count) => {
      const disposition = afterAttempt(unknown, { made, claims: count, late: false });
      return disposition.kind === 'release' ? disposition.pause : null;
    });

  it('is made again after ever longer pauses, of five minutes at most', () => {
    expect(pauses('change', [1, 2, 3, 20, 1000])).toEqual([1000, 2000, 4000, 5 * minute, 5 * minute]);
  });

  it('counts for a post as often as it was sent, not as it was looked for', () => {
    expect(pauses('post', [4, 8, 12])).toEqual(pauses('change', [1, 2, 3]));
  });

  it('leaves a post in doubt, and an edit not: that may be made twice', () => {
    expect(afterAttempt(unknown, { made: 'post', claims: 1, late: false })).toMatchObject({ certain: false });
    expect(afterAttempt(unknown, { made: 'change', claims: 1, late: false })).toMatchObject({ certain: true });
  });
});

describe('a post in doubt', () => {
  const over = { left: 0, age: 10 * minute, keyLifetime: minute };

  it('is sent again when it is not there and can come no more', () => {
    expect(resolveInDoubt({ kind: 'absent' }, over)).toBe('absent');
    expect(resolveInDoubt({ kind: 'absent' }, { ...over, left: 700 })).toEqual({
      ...{ kind: 'release', certain: false },
      pause: 700,
    });
  });

  it('is sent again unseen only while the platform knows its key', () => {
    expect(resolveInDoubt({ kind: 'unseen' }, { ...over, age: minute })).toBe('same-key');
    expect(resolveInDoubt({ kind: 'unseen' }, { ...over, age: minute + 1 })).toMatchObject({
      end: { kind: 'failed', why: 'unverifiable' },
    });
  });

  it('is not sent again when a clock that was set back says that it was sent in the future', () => {
    expect(resolveInDoubt({ kind: 'unseen' }, { ...over, age: -1 })).toMatchObject({ end: { why: 'unverifiable' } });
  });
});
