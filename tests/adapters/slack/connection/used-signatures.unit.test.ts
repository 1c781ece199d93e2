import { describe, expect, it } from 'vitest';
import { createUsedSignatures, signatureLife } from '../../../../src/adapters/slack/connection/used-signatures.ts';

const signature = (number: number) => `v0=${number.toString(16).padStart(13, '0').padEnd(64, '0')}`;

describe('a used signature', () => {
  it('is known for as long as its time stamp is accepted, also one from the future', () => {
    for (const shift of [-signatureLife, 0, signatureLife]) {
      const used = createUsedSignatures();
      const received = 1_800_000_000;
      const stamp = received + shift;
      expect(used.take(signature(1), stamp, received)).toBe(true);
      for (let now = received; now <= stamp + signatureLife; now += 20) {
        expect(used.take(signature(1), stamp, now)).toBe(false);
        // Others come meanwhile, with their own time stamps.
        used.take(signature(now), now, now);
        used.take(signature(2 * now), now - signatureLife, now);
      }
    }
  });

  it('is not another one', () => {
    const used = createUsedSignatures();
    const first = Array.from({ length: 1000 }, (_, number) =>
      used.take(signature(number), 1_800_000_000, 1_800_000_000),
    );
    expect(first.every(Boolean)).toBe(true);
  });
});
