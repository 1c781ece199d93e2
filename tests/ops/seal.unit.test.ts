import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSeal } from '../../src/ops/seal.ts';

const [old, fresh] = [randomBytes(32), randomBytes(32)];
const secret = 'xoxb-1-secret';

describe('a seal', () => {
  it('gives back what was sealed, for the same owner alone', () => {
    const seal = createSeal([old]);
    const sealed = seal.close(secret, 'slack:T1');
    expect(seal.open(sealed, 'slack:T1')).toEqual({ text: secret, byFirst: true });
    expect(seal.open(sealed, 'slack:T2')).toBeNull();
  });

  it('shows nothing of the text, nor that two texts are the same', () => {
    const seal = createSeal([old]);
    const [one, two] = [seal.close(secret, 'a'), seal.close(secret, 'a')];
    expect(one).not.toContain('secret');
    expect(Buffer.from(one.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('secret');
    expect(one).not.toBe(two);
  });

  it('opens nothing in which a single bit was changed, or that is cut off', () => {
    const seal = createSeal([old]);
    const [form, name, text = ''] = seal.close(secret, 'a').split('.');
    const bytes = Buffer.from(text, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(seal.open([form, name, changed.toString('base64url')].join('.'), 'a')).toBeNull();
      expect(seal.open([form, name, bytes.subarray(0, at).toString('base64url')].join('.'), 'a')).toBeNull();
    }
    for (const other of ['', 'x', '2.a.b', `1.${name}`, `1..${text}`]) expect(seal.open(other, 'a')).toBeNull();
  });

  it('lets a key be changed: the new one first, then both open, and the old one is told', () => {
    const before = createSeal([old]).close(secret, 'a');
    const both = createSeal([fresh, old]);
    expect(both.open(before, 'a')).toEqual({ text: secret, byFirst: false });
    const after = both.close(secret, 'a');
    expect(createSeal([fresh]).open(after, 'a')).toEqual({ text: secret, byFirst: true });
    expect(createSeal([fresh]).open(before, 'a')).toBeNull();
  });

  it('refuses keys of another length, and none', () => {
    expect(() => createSeal([])).toThrow();
    expect(() => createSeal([randomBytes(16)])).toThrow();
  });
});
