import { describe, expect, it } from 'vitest';
import { courtesyOf } from '../../src/core/courtesy.ts';

describe('a message that only keeps up manners', () => {
  it.each([
    ['hi', 'greeting'],
    ['Hello there!', 'greeting'],
    ['good morning, everyone 👋', 'greeting'],
    ['你好', 'greeting'],
    ['thanks', 'thanks'],
    ['Thank you!! 🙏', 'thanks'],
    ['thanks bot', 'thanks'],
    ['Buenos días', 'greeting'],
    ['ok.', 'closing'],
  ])('is told from its words: %s', (text, courtesy) => {
    expect(courtesyOf(text)).toBe(courtesy);
  });

  it.each([
    '',
    '👋',
    'hello world in C',
    'hi, what is a tensor',
    'thanks to what does it learn',
    'nice level of a process',
  ])('is none that says anything else: %s', (text) => {
    expect(courtesyOf(text)).toBeNull();
  });
});
