import { describe, expect, it } from 'vitest';
import { longestRemark, toRemark } from '../../src/core/flag.ts';

describe('a remark', () => {
  it('is one line, whatever was written', () => {
    expect(toRemark('  B is right,\n\n too.\t')).toBe('B is right, too.');
    expect(toRemark(' \n ')).toBe('');
  });

  it('is cut between words where it is too long', () => {
    const remark = toRemark('wrong '.repeat(100));
    expect(remark.length).toBeLessThanOrEqual(longestRemark);
    expect(remark).toMatch(/wrong$/);
  });
});
