import { describe, expect, it } from 'vitest';
import { shareLooks } from '../../../src/app/quiz/shared-look.ts';

describe('a shared look', () => {
  it('is one for all who want the same within a turn, and sees what is true after the last of them has asked', async () => {
    let now = 'before';
    let looks = 0;
    const look = shareLooks(async (key) => {
      looks += 1;
      return `${key} ${now}`;
    });
    const asked = [look('a'), look('b'), Promise.resolve().then(() => look('a'))];
    now = 'after';
    expect(await Promise.all(asked)).toEqual(['a after', 'b after', 'a after']);
    expect(looks).toBe(2);
  });

  it('that has begun is not joined, and one that fails is not remembered', async () => {
    const results = ['away', 'there'];
    const look = shareLooks(async () => {
      const result = results.shift();
      if (result === 'away') throw new Error(result);
      return result;
    });
    await expect(look('a')).rejects.toThrow('away');
    expect(await look('a')).toBe('there');
  });
});
