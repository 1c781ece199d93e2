import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isGrave, readAudit } from '../../deploy/audit.ts';
import { isWanted, licencesOf, readLicence } from '../../deploy/licences.ts';

describe('what runs with the bot', () => {
  const packages = licencesOf(JSON.parse(readFileSync('package-lock.json', 'utf8')), readLicence);

  it('is under licences that somebody has looked at', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ licence }) => !isWanted(licence))).toEqual([]);
  });

  it('is not under one that asks for more, or that nobody knows', () => {
    const refused = ['GPL-3.0', 'AGPL-3.0-only', 'SSPL-1.0', 'BUSL-1.1', 'UNLICENSED', 'unknown', 'MIT AND GPL-2.0'];
    expect(refused.filter(isWanted)).toEqual([]);
    expect(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT'].filter((licence) => !isWanted(licence))).toEqual([]);
    const lock = {
      packages: { '': {}, 'node_modules/a/node_modules/@b/c': { version: '1.0.0' }, 'node_modules/d': { dev: true } },
    };
    expect(licencesOf(lock, () => null)).toEqual([{ name: '@b/c', version: '1.0.0', licence: 'unknown' }]);
  });

  it('has fonts whose licences lie beside them', () => {
    const fonts = readdirSync('src/pictures/fonts').filter((name) => /\.[ot]tf$/.test(name));
    const told = readFileSync('src/pictures/fonts/README.md', 'utf8');
    expect(fonts.length).toBeGreaterThan(5);
    const licences = readdirSync('src/pictures/fonts/licences');
    const bare = fonts.filter(
      (font) => !told.includes(`| \`${font}\` |`) || !licences.includes(font.replace(/-.*$/, '.txt')),
    );
    expect(bare).toEqual([]);
  });
});

describe('an audit', () => {
  it('tells a grave advisory from a slight one, and both from a registry that does not answer', () => {
    const advice = (severity: string) => ({ name: 'a', severity, range: '<2' });
    const found = readAudit(JSON.stringify({ vulnerabilities: { a: advice('high'), b: advice('low') } }));
    expect(found?.map(isGrave)).toEqual([true, false]);
    expect(readAudit(JSON.stringify({ vulnerabilities: {} }))).toEqual([]);
    expect(readAudit(JSON.stringify({ message: '405 Method Not Allowed', error: {} }))).toBeNull();
    expect(readAudit('')).toBeNull();
  });
});
