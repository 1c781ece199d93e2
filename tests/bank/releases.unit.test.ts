import { describe, expect, it } from 'vitest';
import { spanOf, standingOf } from '../../src/bank/releases.ts';

describe('a span of releases', () => {
  const span = spanOf({ min_torch: '2.6', max_torch: '2.10' });

  it.each([
    ['1.13.1', 'older'],
    ['2.5.1+cpu', 'older'],
    ['2.6.0', 'covered'],
    ['2.10.3', 'covered'],
    ['2.11.0a0+git1a2b', 'newer'],
    ['3.0.0', 'newer'],
  ])('has %s as %s', (version, standing) => {
    expect(standingOf(span, version)).toBe(standing);
  });

  it('without bounds covers all', () => {
    expect(standingOf(spanOf({}), '0.4.0')).toBe('covered');
  });
});
