import { describe, expect, it } from 'vitest';
import { parsePosixRule } from '../../src/zones/posix-rule.ts';
import { systemZones } from '../../src/zones/system-zones.ts';
import { offsetOn } from '../../src/zones/timeline.ts';
import { parseTzif } from '../../src/zones/tzif.ts';
import { present } from '../zone-rules.ts';
import { compile, folderOf, samples, whole } from './folder.ts';

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);

describe('a compiled file', () => {
  const moved = {
    changes: [
      [-1000, 1],
      [1000, 0],
    ] as const,
    offsets: [3600, 7200],
    footer: '<+01>-1',
  };

  it.each(['1', '2', '3', '4'])('is read in version %s', (version) => {
    const timeline = parseTzif(compile({ ...moved, version }));
    if (timeline === null) throw new Error('It was not read.');
    const seconds = [-5000, -1000, 999, 1000, 5_000_000_000];
    expect(seconds.map((second) => offsetOn(timeline, second * 1000) / hour)).toEqual([1, 2, 2, 1, 1]);
  });

  it('is refused when it is damaged, cut short, counts leap seconds, or is something else', () => {
    const sound = compile(moved);
    expect(parseTzif(sound)).not.toBeNull();
    for (let length = 0; length < sound.length; length += 1) expect(parseTzif(sound.subarray(0, length))).toBeNull();
    expect(parseTzif(compile({ ...moved, leaps: 1 }))).toBeNull();
    expect(
      parseTzif(
        compile({
          ...moved,
          changes: [
            [1000, 1],
            [1000, 0],
          ],
        }),
      ),
    ).toBeNull();
    expect(parseTzif(compile({ ...moved, changes: [[1000, 2]] }))).toBeNull();
    expect(parseTzif(compile({ ...moved, offsets: [3600, 200_000] }))).toBeNull();
    expect(parseTzif(compile({ ...moved, footer: 'summer' }))).toBeNull();
    expect(parseTzif(Buffer.from('# tzdb timezone descriptions'))).toBeNull();
    expect(parseTzif(Buffer.alloc(0))).toBeNull();
  });
});

describe('the rule for what comes after the last change', () => {
  it.each([
    ['CET-1CEST,M3.5.0,M10.5.0/3', '2100-03-28T00:59:59Z', 1],
    ['CET-1CEST,M3.5.0,M10.5.0/3', '2100-03-28T01:00:00Z', 2],
    ['EST5EDT,M3.2.0,M11.1.0', '2100-03-14T06:59:59Z', -5],
    ['EST5EDT,M3.2.0,M11.1.0', '2100-03-14T07:00:00Z', -4],
    ['AEST-10AEDT,M10.1.0,M4.1.0/3', '2100-01-01T00:00:00Z', 11],
    ['AEST-10AEDT,M10.1.0,M4.1.0/3', '2100-07-01T00:00:00Z', 10],
    ['<+1030>-10:30<+11>-11,M10.1.0,M4.1.0', '2100-01-01T00:00:00Z', 11],
    ['<-02>2<-01>,M3.5.0/-1,M10.5.0/0', '2100-03-28T00:59:59Z', -2],
    ['<-02>2<-01>,M3.5.0/-1,M10.5.0/0', '2100-03-28T01:00:00Z', -1],
    ['IST-2IDT,M3.4.4/26,M10.5.0', '2100-03-26T00:00:00Z', 3],
    ['IST-2IDT,M3.4.4/26,M10.5.0', '2100-03-25T23:59:59Z', 2],
    ['EET-2EEST,M3.4.4/50,M10.4.4/50', '2100-03-27T00:00:00Z', 3],
    ['XXX3EDT4,0/0,J365/23', '2100-01-01T02:00:00Z', -4],
    ['IST-5:30', '2100-07-01T00:00:00Z', 5.5],
    ['AAA0BBB,J60/0,J61/0', '2096-03-01T00:00:00Z', 1],
    ['AAA0BBB,59/0,60/0', '2096-02-29T00:00:00Z', 1],
  ])('%s: at %s clocks are %f hours ahead', (text, instant, hours) => {
    expect(parsePosixRule(text)?.(at(instant))).toBe(hours * hour);
  });

  it.each([
    '',
    'CET',
    'CET-1CEST',
    'CET-1CEST,M13.1.0,M10.5.0',
    'CET-1CEST,M3.6.0,M10.5.0',
    'A1',
    ':Europe/Berlin',
    'CET-1CEST,J0,J365',
  ])('does not understand %j', (text) => {
    expect(parsePosixRule(text)).toBeNull();
  });
});

describe('a folder of compiled files', () => {
  it.each(['tzdata.zi', '+VERSION', 'VERSION'])('tells its version in %s', (file) => {
    const text = file === 'tzdata.zi' ? '# version 2026g\n# This zic input file is in the public domain.\n' : '2026g\n';
    expect(present(systemZones(folderOf({ ...whole, [file]: text }))).version).toBe('2026g');
  });

  it('is left alone when it is not there, tells no version or has a damaged zone', () => {
    expect(systemZones('/nowhere/at/all')).toHaveProperty('absent');
    expect(systemZones(folderOf(whole))).toHaveProperty('absent');
    const damaged = { ...whole, 'Europe/Berlin': Buffer.from('TZif2'), 'tzdata.zi': '# version 2026g\n' };
    expect(systemZones(folderOf(damaged))).toEqual({
      name: expect.any(String),
      absent: 'Europe/Berlin cannot be read',
    });
  });

  it('offers what its list of countries names, else all, and never other forms or other files', () => {
    const files = { ...whole, 'tzdata.zi': '# version 2026g\n', 'right/UTC': compile({}), localtime: compile({}) };
    const zones = (more: Readonly<Record<string, string>>) =>
      present(systemZones(folderOf({ ...files, ...more }))).zones;
    expect(zones({})).toEqual(samples.toSorted());
    const list = '# comment\nDE\t+5230+01322\tEurope/Berlin\tmost of Germany\nXX\t+0+0\tMars/Olympus\n';
    expect(zones({ 'zone.tab': list })).toEqual(['Europe/Berlin']);
  });

  it('takes a damaged zone for one that is not there', () => {
    const files = { ...whole, 'Asia/Tokyo': Buffer.from('broken'), 'tzdata.zi': '# version 2026g\n' };
    const zones = present(systemZones(folderOf(files)));
    expect(zones.resolve('Asia/Tokyo')).toBeNull();
    expect(() => zones.offsetAt('Asia/Tokyo', 0)).toThrow(RangeError);
    expect(zones.resolve('europe/berlin')).toBe('Europe/Berlin');
  });
});
