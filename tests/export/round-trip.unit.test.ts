import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedItem } from '../../src/core/asked-item.ts';
import { byText } from '../../src/core/option-order.ts';
import { exportedItems } from '../../src/export/exported-items.ts';
import type { FormatName } from '../../src/export/format-names.ts';
import { formatNames } from '../../src/export/format-names.ts';
import { formats } from '../../src/export/formats.ts';
import { importAll, readAnki } from '../core/progress/anki-reader.ts';
import { runs } from '../corpora/runs.ts';
import { shipped } from '../search/bank.ts';
import { arbitraryItems, subject } from './arbitrary-items.ts';
import { readCsv } from './csv-reader.ts';
import { readGift } from './gift-reader.ts';
import { readHtml } from './html-reader.ts';
import { readMoodleXml } from './moodle-reader.ts';
import { readQtiPackage } from './qti-reader.ts';
import type { ReadItem } from './read-item.ts';
import { wholeOf } from './read-item.ts';
import { readSheet } from './sheet-reader.ts';

/** How each format is read back, and what it does not keep. */
const readers: Readonly<
  Record<
    FormatName,
    {
      readonly read: (file: Uint8Array) => readonly ReadItem[];
      readonly without: readonly (keyof ReadItem)[];
      readonly whys: 'all' | 'right' | 'none';
    }
  >
> = {
  gift: { read: (file) => readGift(textOf(file)).items, without: ['topic'], whys: 'all' },
  'moodle-xml': { read: (file) => readMoodleXml(textOf(file)).items, without: ['topic'], whys: 'all' },
  qti3: { read: readQtiPackage, without: ['level'], whys: 'all' },
  csv: { read: (file) => readCsv(textOf(file)).map(ofRecord), without: [], whys: 'all' },
  anki: { read: (file) => readAnki(textOf(file)).notes.map(ofNote), without: [], whys: 'right' },
  kahoot: {
    read: (file) => readSheet(file).slice(8).map(ofRow),
    without: ['key', 'topic', 'level', 'title', 'code'],
    whys: 'none',
  },
};

const textOf = (file: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(file);

async function written(name: FormatName, items: readonly AskedItem[]): Promise<Uint8Array> {
  const file = await formats[name].write(items, subject);
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}

function ofRecord(record: Readonly<Record<string, string>>): ReadItem {
  const { id = '', topic = '', level = '', title = '', question = '', code = '', right = '' } = record;
  return {
    ...{ key: id, topic, level, title, stem: question },
    ...(code === '' ? {} : { code }),
    options: [1, 2, 3, 4].map((place) => ({
      text: record[`option ${place}`] ?? '',
      correct: String(place) === right,
      why: record[`why ${place}`] ?? '',
    })),
  };
}

/** A note as a person reads it: the question with its code and its options, and behind it the right one, why, and the title. */
function ofNote({
  guid,
  tags,
  fields: [front = '', back = ''],
}: ReturnType<typeof readAnki>['notes'][number]): ReadItem {
  const [, question = '', list = ''] = /^<div>([\s\S]*)<br>(<div>A\. [\s\S]*)$/.exec(front) ?? [];
  const { text: stem, code } = readHtml(question.replace(/<\/div>/, '').replaceAll('<br>', '\n'));
  const options = list.split(/<\/?div>/).filter((line) => line !== '');
  const [right = '', ...more] = back.split('<br><br>');
  const [title = '', why = ''] = more.toReversed().map((html) => readHtml(html.replace(/^<i>(.*)<\/i>$/, '$1')).text);
  return {
    key: guid.replace(`${subject.command}:`, ''),
    topic: tags[1]?.split('::')[1] ?? '',
    level: tags[2]?.split('::')[1] ?? '',
    title,
    stem,
    ...(code === undefined ? {} : { code }),
    options: options.map((option) => {
      const correct = right === `<b>${option}</b>`;
      return { text: readHtml(option).text.replace(/^[A-D]\. /, ''), correct, ...(correct ? { why } : {}) };
    }),
  };
}

function ofRow([, stem, ...cells]: readonly (string | number | null)[]): ReadItem {
  return {
    stem: String(stem),
    options: cells.slice(0, 4).map((text, place) => ({ text: String(text), correct: cells[5] === place + 1 })),
  };
}

/** What of an item is to come back from a format. */
function keptBy(name: FormatName, asked: AskedItem): ReadItem {
  const { without, whys } = readers[name];
  const whole = wholeOf(asked);
  const kept = Object.fromEntries(Object.entries(whole).filter(([part]) => !without.includes(part as keyof ReadItem)));
  const options = whole.options.map(({ text, correct, why }) => ({
    ...{ text, correct },
    ...(whys === 'all' || (whys === 'right' && correct) ? { why } : {}),
  }));
  return { ...(kept as ReadItem), options };
}

describe.each(formatNames)('what is exported to %s', (name) => {
  it('comes back unchanged, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryItems, async (items) => {
        const fitting = items.filter((item) => formats[name].whyNot(item) === null);
        const sorted = fitting.map((asked) => ({
          ...asked,
          item: { ...asked.item, options: byText(asked.item.options) },
        }));
        const read = readers[name].read(await written(name, sorted));
        expect(read).toEqual(sorted.map((item) => keptBy(name, item)));
      }),
      runs(100),
    );
  });

  it('comes back unchanged, every item of the bank that fits', async () => {
    const items = exportedItems(shipped.questions).filter((item) => formats[name].whyNot(item) === null);
    expect(items.length).toBeGreaterThan(20);
    expect(readers[name].read(await written(name, items))).toEqual(items.map((item) => keptBy(name, item)));
  });
});

describe('a category in Moodle', () => {
  it('is that of a topic, below one of the subject, with its slashes doubled', async () => {
    const items = fc.sample(arbitraryItems, 20).flat();
    const topics = [...new Set(items.map(({ question }) => question.topic))];
    const expected = topics.map(
      (topic) => `$course$/top/Either//Or/${topic === 'vision' ? 'Vision & more' : 'Losses'}`,
    );
    expect(readGift(textOf(await written('gift', items))).categories).toEqual(expected);
    expect(readMoodleXml(textOf(await written('moodle-xml', items))).categories).toEqual(expected);
  });
});

describe('a second export to Anki', () => {
  it('updates the cards of the first one instead of doubling them', async () => {
    const items = exportedItems(shipped.questions.slice(0, 5));
    const mended = items.map((asked, index) =>
      index > 0 ? asked : { ...asked, item: { ...asked.item, stem: 'Mended?' } },
    );
    const collection = importAll([textOf(await written('anki', items)), textOf(await written('anki', mended))]);
    expect(collection.size).toBe(items.length);
    expect([...collection.values()].map(ofNote)).toEqual(mended.map((item) => keptBy('anki', item)));
  });
});
