import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../src/app/views/names.ts';
import { counted, grouped, inSeconds, inWords, ordinal, people, percent } from '../../../src/app/views/numbers.ts';
import { plainText } from '../../../src/core/card.ts';
import { percentText, pointsText, wholeNumber } from '../../../src/pictures/number-format.ts';

describe('numbers in words', () => {
  it('one is singular, none and many are plural', () => {
    expect([0, 1, 2, 1200].map((count) => counted(count, 'question'))).toEqual([
      '0 questions',
      '1 question',
      '2 questions',
      '1,200 questions',
    ]);
    expect([people(1), people(3)]).toEqual(['1 person', '3 people']);
  });

  it('places end as they are spoken', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 1003].map(ordinal)).toEqual(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th 1,003rd'.split(' '),
    );
  });

  it('shares are whole per cent, and a dash of nothing', () => {
    expect([percent(1, 3), percent(2, 2), percent(0, 5), percent(0, 0)]).toEqual(['33%', '100%', '0%', '–']);
  });

  it('seconds have one decimal', () => {
    expect([0, 949, 12_340].map(inSeconds)).toEqual(['0.0 s', '0.9 s', '12.3 s']);
  });

  it('pictures write them as words do', () => {
    for (const number of [0, 1, 999, 1950, 1_234_567]) {
      expect([wholeNumber(number), pointsText(number)]).toEqual([grouped(number), counted(number, 'point')]);
    }
    for (const [part, all] of [
      [1, 3],
      [2, 2],
      [1, 8],
    ] as const) {
      expect(percentText(part / all)).toBe(percent(part, all));
    }
  });

  it('thousands are set apart, in whatever language the machine is', () => {
    expect(grouped(1_234_567)).toBe('1,234,567');
  });
});

describe('names', () => {
  it('are joined as one says them', () => {
    expect([['Red'], ['Red', 'Blue'], ['Red', 'Blue', 'Green'], []].map(inWords)).toEqual([
      'Red',
      'Red and Blue',
      'Red, Blue and Green',
      '',
    ]);
  });

  it('beyond a few are counted', () => {
    const persons = ['Ada', 'Bo', 'Cy', 'Di'].map((name) => ({ user: name, name }));
    expect(plainText(namesOf(persons, 4))).toBe('Ada, Bo, Cy and Di');
    expect(plainText(namesOf(persons, 2))).toBe('Ada, Bo and 2 more');
    expect(plainText(namesOf(persons.slice(0, 1), 2))).toBe('Ada');
  });
});
