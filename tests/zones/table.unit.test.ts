import { describe, expect, it } from 'vitest';
import { occurrenceOn } from '../../src/core/schedule/occurrence.ts';
import { newestKnown } from '../../src/zones/choose.ts';
import { packaged, rules } from '../zone-rules.ts';

const time = { hour: 9, minute: 0 };
const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** By the rules that come with the bot: those of the machine may be newer one day, and otherwise. */
describe('nine in the morning', () => {
  it.each([
    // Manitoba stays at −05:00 (2026e).
    ['America/Winnipeg', '2026-10-31', '14:00'],
    ['America/Winnipeg', '2026-11-30', '14:00'],
    ['America/Winnipeg', '2027-01-15', '14:00'],
    ['America/Winnipeg', '2027-07-15', '14:00'],
    ['Canada/Central', '2026-11-30', '14:00'],
    // The Northwest Territories at −06:00 (2026d).
    ['America/Inuvik', '2026-11-30', '15:00'],
    ['America/Yellowknife', '2026-11-30', '15:00'],
    ['America/Inuvik', '2027-07-15', '15:00'],
    // Cuba at −04:00 (2026f).
    ['America/Havana', '2026-11-30', '13:00'],
    ['America/Havana', '2027-01-15', '13:00'],
    ['Cuba', '2027-07-15', '13:00'],
    // Changed earlier, and not yet on every system.
    ['America/Edmonton', '2026-11-30', '15:00'],
    ['America/Vancouver', '2026-11-30', '16:00'],
    ['Europe/Chisinau', '2026-11-30', '07:00'],
    // What others do as ever.
    ['America/New_York', '2026-11-30', '14:00'],
    ['America/Chicago', '2026-11-30', '15:00'],
    ['America/Chicago', '2027-07-15', '14:00'],
    ['Europe/Berlin', '2026-11-30', '08:00'],
    ['Europe/Berlin', '2027-03-28', '07:00'],
    ['Asia/Kolkata', '2026-11-30', '03:30'],
    ['Australia/Lord_Howe', '2026-11-29', '22:00'],
  ])('in %s on %s is %s UTC', (zone, date, utc) => {
    const at = occurrenceOn({ zone, time, days }, date, packaged)?.at ?? 0;
    expect(new Date(at).toISOString().slice(11, 16)).toBe(utc);
  });

  it('needs no newer release than the package that comes with the bot', () => {
    expect(packaged.version >= newestKnown).toBe(true);
    expect(rules.version >= packaged.version).toBe(true);
  });
});
