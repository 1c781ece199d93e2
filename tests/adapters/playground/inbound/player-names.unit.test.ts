import { describe, expect, it } from 'vitest';
import { tellApartFrom, toName } from '../../../../src/adapters/playground/inbound/player-names.ts';

describe('a typed name', () => {
  it.each([
    ['spaces around and inside', '  Ada \t\n  Lovelace ', 'Ada Lovelace'],
    ['control characters and direction marks', 'A\u0000d\u202ea\u0007', 'Ada'],
    ['a pile of accents', `a${'\u0301'.repeat(40)}da`, `á${'\u0301'.repeat(3)}da`],
    ['other scripts and emoji', ' 李雷 👩🏽‍🚀', '李雷 👩🏽‍🚀'],
  ])('with %s is cleaned', (_, typed, name) => {
    expect(toName(typed)?.normalize('NFC')).toBe(name.normalize('NFC'));
  });

  it('is cut at forty characters, and never in the middle of one', () => {
    expect([...(toName('🦊'.repeat(50)) ?? '')]).toHaveLength(40);
  });

  it.each(['', '   ', '\u200b\u200d', '\u2800', '\u0301', '\u3164'])(
    'of which nothing can be seen is none: %j',
    (typed) => {
      expect(toName(typed)).toBeNull();
    },
  );
});

describe('a name that somebody has already', () => {
  it('gets the first number that is free, whatever its case or width', () => {
    expect(tellApartFrom([], 'Ada')).toBe('Ada');
    expect(tellApartFrom(['ADA', 'Ａｄａ 2'], 'Ada')).toBe('Ada 3');
  });

  it('stays within the longest that is shown', () => {
    const long = 'M'.repeat(40);
    expect(tellApartFrom([long], long)).toBe(`${'M'.repeat(38)} 2`);
  });
});
