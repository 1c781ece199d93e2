import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/cli/ask.ts';

describe('the width of what is written', () => {
  it.each([
    [{ isTTY: true, columns: 120 }, 120],
    [{ isTTY: true, columns: 0 }, 80],
    [{ isTTY: false, columns: 120 }, 80],
  ])('%j is %i columns', (stdout, columns) => {
    expect(columnsOf(stdout)).toBe(columns);
  });
});
