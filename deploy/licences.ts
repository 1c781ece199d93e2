import { existsSync, readFileSync } from 'node:fs';

/** What a package is given under, as package-lock.json or the package itself says. */
export type Licensed = { readonly name: string; readonly version: string; readonly licence: string };

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
};

/** Licences that ask for nothing more than that they are named, and MPL-2.0, which asks for changes of its own files alone. */
const wanted = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
];

/** Whether a package may be part of what is handed on. Of several licences to choose from (`OR`) one will do; of `AND` all must. */
export function isWanted(licence: string): boolean {
  const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => wanted.includes(one)));
}

/** Every package that runs with the bot, by name; `said`: what a package itself says, where the lock says nothing. */
export function licencesOf(
  lock: { readonly packages: Readonly<Record<string, Locked>> },
  said: (path: string) => string | null,
): readonly Licensed[] {
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version = '', license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, licence: license ?? said(path) ?? 'unknown' };
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Its name stands on the first line of a file LICENSE that is the Zero-Clause one. */
const zeroClause = /^BSD Zero Clause License/i;

/** What a package without a word in the lock says in its file LICENSE, for the licences whose name begins that; null for others. */
export function readLicence(path: string): string | null {
  const file = `${path}/LICENSE`;
  return existsSync(file) && zeroClause.test(readFileSync(file, 'utf8')) ? '0BSD' : null;
}

if (import.meta.main) {
  const packages = licencesOf(JSON.parse(readFileSync('package-lock.json', 'utf8')), readLicence);
  for (const { name, version, licence } of packages) console.log(`${name}@${version}\t${licence}`);
  const unwanted = packages.filter(({ licence }) => !isWanted(licence));
  for (const { name, licence } of unwanted)
    console.error(`${name} is under ${licence}, which nobody has looked at yet.`);
  process.exitCode = unwanted.length === 0 ? 0 : 1;
}
