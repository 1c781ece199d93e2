import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formats } from '../../src/export/formats.ts';
import type { Entry } from '../../src/import/candidate.ts';
import type { Limits } from '../../src/import/limits.ts';
import { openSource } from '../../src/import/open-source.ts';
import { basic, deck } from './deck-writer.ts';

/** Small enough that harmless files of some kilobytes are beyond them. */
const small: Limits = {
  ...{ fileBytes: 100_000, unpackedBytes: 60_000, collectionBytes: 200_000 },
  ...{ archiveFiles: 20, questionCharacters: 2000, options: 8 },
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'damaged-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: Uint8Array | string, limits = small): Promise<readonly Entry[]> {
  const file = join(folder, 'file');
  await writeFile(file, content);
  return Array.fromAsync((await openSource(file, limits)).entries);
}

const saidOf = (entries: readonly Entry[]) =>
  entries.flatMap((entry) => (entry.kind === 'candidate' ? [] : [entry.kind === 'note' ? entry.text : entry.why]));

const subject = {
  name: 'S',
  title: 'S',
  command: 's',
  language: 'en',
  topics: [{ id: 't', title: 'T' }],
  examples: [],
};
const options = ['one', 'two', 'three', 'four'].map((text, index) => ({ text, why: 'So.', correct: index === 1 }));
const items = [1, 2, 3].map((number) => ({
  question: { id: `q${number}`, title: `Which ${number}?`, topic: 't', level: 'easy' as const },
  item: { id: 'i', stem: `Which is number ${number}?`, options },
}));

/** A whole file of each form. */
const whole: Readonly<Record<string, () => Uint8Array | string | Promise<Uint8Array | string>>> = {
  'Anki text': () => formats.anki.write(items, subject),
  table: () => formats.csv.write(items),
  GIFT: () => formats.gift.write(items, subject),
  Aiken: () => items.map(({ item }) => `${item.stem}\nA. one\nB. two\nANSWER: B\n`).join('\n'),
  'Moodle XML': () => formats['moodle-xml'].write(items, subject),
  'QTI package': () => formats.qti3.write(items),
  sheet: () => formats.kahoot.write(items, subject),
  deck: () => deck([{ type: basic, fields: ['What is it?', 'This.'] }], 3),
};

const bytesOf = (content: Uint8Array | string) => (typeof content === 'string' ? strToU8(content) : content);

/** What befalls files on their way. */
const damages: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  'cut to a quarter': (bytes) => bytes.slice(0, bytes.length / 4),
  'cut to a half': (bytes) => bytes.slice(0, bytes.length / 2),
  'cut by its last bytes': (bytes) => bytes.slice(0, -7),
  'that has lost its beginning': (bytes) => bytes.slice(9),
  'with zeros in its middle': (bytes) => bytes.map((byte, at) => (Math.abs(at - bytes.length / 2) < 20 ? 0 : byte)),
  'with every hundredth byte another': (bytes) => bytes.map((byte, at) => (at % 100 === 50 ? byte ^ 0xa5 : byte)),
  'read as another encoding and saved': (bytes) => strToU8(new TextDecoder('latin1').decode(bytes)),
  'twice, one behind the other': (bytes) => new Uint8Array([...bytes, ...bytes]),
};

describe.each(Object.keys(whole))('a %s', (form) => {
  it('is read while it is whole', async () => {
    const entries = await read((await whole[form]?.()) as string);
    expect(entries.filter(({ kind }) => kind === 'candidate').length).toBeGreaterThan(0);
  });

  it.each(Object.keys(damages))('%s gives sentences and questions, and no error', async (damage) => {
    const bytes = bytesOf((await whole[form]?.()) ?? '');
    const entries = await read(damages[damage]?.(bytes) ?? bytes);
    expect(entries.length).toBeGreaterThan(0);
    for (const said of saidOf(entries)) {
      expect(said).toMatch(/^[“#A-Z\d].*[.)”]$/s);
      expect(said.length).toBeLessThan(600);
    }
    expect(await readdir(folder)).toEqual(['file']);
  });
});

const many = (count: number, text: string) => text.repeat(count);
const xml = (text: string) => `<?xml version="1.0"?>\n${text}`;
const bomb = (name: string) => zipSync({ [name]: new Uint8Array(90_000).fill(65), 'xl/workbook.xml': strToU8('<a/>') });

it.each<[string, Uint8Array | string, RegExp]>([
  ['nothing', '', /^It is empty\.$/],
  ['zeros', new Uint8Array(500), /^It is no text, and no file that is known here\.$/],
  ['bytes by chance', new Uint8Array(500).map((_, at) => (at * 7919) % 256), /^It (is no text|is compressed|cannot)/],
  ['words', 'Dear all,\nthis is no quiz.\n', /^Its text is in no form that is known here/],
  ['a PDF', '%PDF-1.7\n', /^It is a PDF\./],
  [
    'an old Office document',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
    /^It is a document of an old Office program\./,
  ],
  ['a file of gzip', new Uint8Array([0x1f, 0x8b, 8, 0]), /^It is compressed with gzip\. Unpack it first/],
  [
    'a page of the web',
    '<!doctype html><html><body><p>Hi</p></body></html>',
    /^It is (XML of another kind, <html>|no whole XML)/,
  ],
  ['another kind of JSON', '{"a": [1, 2]}', /^It is JSON, but not that of/],
  ['JSON that is nested', `${many(50_000, '[')}${many(50_000, ']')}`, /^It (has|is) /],
  ['a text beyond the limit', many(50_001, 'a\n'), /^It has 98 kB; a text of at most 98 kB is read\. Split it\.$/],
  [
    'entities that expand',
    xml(`<!DOCTYPE q [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>`),
    /^It declares entities of its own/,
  ],
  [
    'an entity of a file',
    xml('<!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/hostname">]><quiz>&a;</quiz>'),
    /^It declares entities/,
  ],
  ['elements in elements', xml(`${many(3000, '<a>')}${many(3000, '</a>')}`), /^Its elements stand more than 100 deep/],
  ['XML that never ends', xml('<quiz><question type="multichoice"><name>'), /^It is no whole XML/],
  ['XML with a tag that is closed by another', xml('<quiz><question></quiz>'), /^It is no whole XML/],
  [
    'an archive with a file that unpacks to too much',
    bomb('xl/worksheets/sheet1.xml'),
    /unpacks to more than 59 kB\.$/,
  ],
  [
    'a package with a file that unpacks to too much',
    zipSync({ 'item.xml': new Uint8Array(90_000).fill(32) }),
    /unpacks to more than 59 kB\.$/,
  ],
  ['a sheet without sheets', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), /^The sheet cannot be read/],
  ['an archive of pictures', zipSync({ 'a.png': new Uint8Array(9) }), /^It is an archive, but none that is known here/],
  [
    'a quote that is never closed',
    'question,answer\n"Which?,one\nWho?,two\n',
    /^A quote that opens a cell is never closed\./,
  ],
  [
    'a huge cell',
    `question,answer\n${many(5000, 'x')},y\n`,
    /^It has 5001 characters; no question has more than 2000\.$/,
  ],
  [
    'a huge question of GIFT',
    `${many(5000, 'x')}{=a ~b}`,
    /^It has 5002 characters; no question has more than 2000\.$/,
  ],
  ['too many options', `Which?{=a ${many(20, '~b ')}}`, /^It has 21 options; at most 8 are read\.$/],
  ['a huge option', `Which?\nA. ${many(5000, 'x')}\nB. y\nANSWER: A\n`, /^It has 50\d\d characters/],
])('of %s it is said what is wrong', async (_, content, said) => {
  const entries = await read(content);
  expect(entries.filter(({ kind }) => kind === 'candidate')).toEqual([]);
  expect(saidOf(entries)).toEqual([expect.stringMatching(said)]);
});

it('tags of HTML that are nested beyond all use cost no more than their letters', async () => {
  const entries = await read(`question,answer\n${many(9000, '<div>')}x?,y\n`);
  expect(entries).toMatchObject([{ stem: 'x?' }]);
});

it('of folders, and of what is not there, it is said, too', async () => {
  const said = async (path: string) => saidOf(await Array.fromAsync((await openSource(path, small)).entries));
  expect(await said(folder)).toEqual(['It is no file.']);
  expect(await said(join(folder, 'none'))).toEqual(['There is no such file.']);
});
