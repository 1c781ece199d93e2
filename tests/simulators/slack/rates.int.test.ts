import { describe, expect, it } from 'vitest';
import { createRates } from './rates.ts';

describe('the rates of the simulated Slack', () => {
  it('turn away the fifty-first edit of a minute, and say when to come again', () => {
    const rates = createRates();
    for (let no = 0; no < 50; no += 1) expect(rates.count('chat.update', {}, no * 100)).toBe(0);
    expect(rates.count('chat.update', {}, 5000)).toBe(55);
    expect(rates.count('chat.postMessage', { channel: 'C1' }, 5000)).toBe(0);
    expect(rates.count('chat.update', {}, 60_000)).toBe(0);
  });

  it('let a channel have a short burst and then one post a second, and others go on', () => {
    const rates = createRates();
    for (let no = 0; no < 4; no += 1) expect(rates.count('chat.postMessage', { channel: 'C1' }, 0)).toBe(0);
    expect(rates.count('chat.postMessage', { channel: 'C1' }, 10)).toBe(1);
    expect(rates.count('chat.postMessage', { channel: 'C2' }, 10)).toBe(0);
    let taken = 4;
    for (let now = 1000; now < 60_000; now += 100) {
      if (rates.count('chat.postMessage', { channel: 'C1' }, now) === 0) taken += 1;
    }
    expect(taken).toBeLessThan(80);
  });

  it('take several hundred posts a minute in a workspace', () => {
    const rates = createRates();
    let taken = 0;
    for (let no = 0; no < 1000; no += 1) {
      if (rates.count('chat.postMessage', { channel: `C${no}` }, no * 50) === 0) taken += 1;
    }
    expect(taken).toBe(300);
  });
});
