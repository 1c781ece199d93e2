import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDailyZone } from '../../../src/core/command/daily-zone.ts';
import { familiarPlaces, timeAbbreviations } from '../../../src/core/schedule/familiar-zones.ts';
import { completeTimeZone, readTimeZone } from '../../../src/core/schedule/time-zones.ts';
import { parseOffset } from '../../../src/core/schedule/typed-offset.ts';
import { runs } from '../../corpora/runs.ts';
import { rules } from '../../zone-rules.ts';
import { topics } from '../command-of.ts';

const now = Date.parse('2026-11-30T12:00:00Z');

/** Names and places with slips in them, offsets, and text that is none of it. */
const name = fc.constantFrom(...rules.zones, ...familiarPlaces.keys(), ...timeAbbreviations.keys());
const slip = fc.constantFrom('', ' ', '/', '_', 'x', 'é', '’', '.', ',', '\u00a0', '-');
const misspelt = fc
  .tuple(name, fc.nat(20), fc.nat(2), slip)
  .map(([text, at, cut, more]) => text.slice(0, at) + more + text.slice(at + cut));
const offset = fc
  .tuple(
    fc.constantFrom('', 'UTC', 'gmt ', 'Etc/GMT', 'z'),
    fc.constantFrom('+', '-', '−', '–', '±'),
    fc.nat(30),
    fc.constantFrom('', ':30', '45', ':'),
  )
  .map((parts) => parts.join(''));
const text = fc.oneof(
  misspelt,
  offset,
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[a-z /_]{1,12}$/),
);

describe('a time zone, whatever was typed for it,', () => {
  it('is a usable zone, or up to five that are, each read back as itself', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const reading = readTimeZone(typed, rules, now);
        const zones = reading.kind === 'zone' ? [reading.zone] : reading.suggestions;
        expect(zones.length).toBeLessThanOrEqual(5);
        expect(new Set(zones).size).toBe(zones.length);
        for (const zone of zones) expect(readTimeZone(zone, rules, now)).toEqual({ kind: 'zone', zone });
      }),
      runs(100),
    );
  });

  it('is offered by names that are read back as themselves, no more of them than asked for', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 25 }), (typed, limit) => {
        const zones = completeTimeZone(typed, rules, limit);
        expect(zones.length).toBeLessThanOrEqual(limit);
        expect(new Set(zones).size).toBe(zones.length);
        for (const zone of zones) expect(readTimeZone(zone, rules, now)).toEqual({ kind: 'zone', zone });
      }),
      runs(60),
    );
  });

  it('is the same with the words of a daily question, where no words stand beside it', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const reading = readTimeZone(typed, rules, now);
        const daily = readDailyZone(typed, rules, now, topics);
        if (reading.kind === 'zone' || daily.kind !== 'mistake') expect(daily).toEqual(reading);
      }),
      runs(60),
    );
  });
});

describe('an offset', () => {
  it('is read as it is written, to the minute, and turned round in the names of POSIX', () => {
    const whole = fc.record({
      word: fc.constantFrom('', 'UTC', 'gmt', 'Z', 'Etc/GMT', 'etc/utc'),
      ahead: fc.boolean(),
      hours: fc.integer({ min: 0, max: 14 }),
      minutes: fc.constantFrom(0, 15, 30, 45),
      colon: fc.boolean(),
    });
    fc.assert(
      fc.property(whole, ({ word, ahead, hours, minutes, colon }) => {
        const two = (part: number) => String(part).padStart(2, '0');
        const typed = `${word}${ahead ? '+' : '-'}${two(hours)}${colon ? ':' : ''}${two(minutes)}`;
        const inverted = word === 'Etc/GMT';
        const distance = hours * 60 + minutes;
        expect(parseOffset(typed)).toEqual({
          minutes: distance === 0 || ahead !== inverted ? distance : -distance,
          inverted,
        });
      }),
      runs(300),
    );
  });
});
