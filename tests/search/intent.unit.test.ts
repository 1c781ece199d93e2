import { describe, expect, it } from 'vitest';
import { readIntent } from '../../src/search/intent.ts';

const intent = (text: string) => readIntent(text.split(' '));

describe('what a question wants', () => {
  it.each(['what is stride', 'explain stride', 'what does stride do', 'meaning of stride'])(
    '%s: what it is',
    (text) => {
      expect(intent(text)).toEqual({ compares: false, defines: true });
    },
  );

  it.each(['stride vs padding', 'how does stride differ from padding', 'is stride the same as a step'])(
    '%s: two things against each other',
    (text) => {
      expect(intent(text).compares).toBe(true);
    },
  );

  it.each(['why is stride useful', 'how do i set the stride', 'stride', ''])('"%s": neither', (text) => {
    expect(intent(text)).toEqual({ compares: false, defines: false });
  });
});
