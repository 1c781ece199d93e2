import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../src/import/limits.ts';
import { readDeck } from '../../src/import/readers/apkg.ts';
import { allInOne, basic, cloze, collectionBytes, deck, deckFiles } from './deck-writer.ts';
import { candidatesOf, readArchive, saidOf } from './read-archive.ts';

const padding = {
  type: basic,
  fields: ['What does <b>padding</b> do?', 'It adds zeros.'],
  guid: 'a',
  tags: ' conv easy ',
  deck: 'PyTorch::Vision',
};

describe('a deck of Anki', () => {
  it.each([1, 2, 3] as const)(
    'is read by its version, %i, and never from the note that asks for a newer Anki',
    async (version) => {
      const entries = await readArchive(readDeck, await deck([padding], version));
      expect(entries).toMatchObject([
        {
          ...{
            kind: 'candidate',
            place: 'note 1',
            stem: 'What does padding do?',
            id: 'a',
            category: 'PyTorch::Vision',
          },
          ...{ tags: ['conv', 'easy'], options: [{ text: 'It adds zeros.', correct: true }] },
        },
      ]);
    },
  );

  it('without a version is the older of two that are in it only if the newer is not', async () => {
    const { meta: _, ...files } = await deckFiles([padding], 2);
    expect(candidatesOf(await readArchive(readDeck, zipSync(files)))).toHaveLength(1);
  });

  it.each([1, 3] as const)('takes options that an add-on marks with 1 and 0, in version %i', async (version) => {
    const fields = ['Which pool?', 'Pools', '2', 'max', 'min', '', '', '', '0 1', 'Book, p. 7', ''];
    const [choice] = candidatesOf(await readArchive(readDeck, await deck([{ type: allInOne, fields }], version)));
    expect(choice).toMatchObject({
      ...{ stem: 'Which pool?', name: 'Pools', explanation: 'Book, p. 7', remarks: [] },
      options: [
        { text: 'max', correct: false },
        { text: 'min', correct: true },
      ],
    });
  });

  it('says that the options of a Kprim are to be judged one by one, and where marks do not fit', async () => {
    const fields = ['Which?', '', '0', 'a', 'b', 'c', '', '', '1 0', '', ''];
    const [choice] = candidatesOf(await readArchive(readDeck, await deck([{ type: allInOne, fields }], 3)));
    expect(choice?.remarks).toEqual([
      'Each option is to be judged by itself (Kprim). Ask for one of them.',
      'It has 3 options and marks them “1 0”. Decide which is right.',
    ]);
  });

  it('finds question and answer by the names of their fields, wherever these stand', async () => {
    const type = { id: 5, name: 'Mine', fields: ['ID', 'Question', 'Source', 'Answer'] };
    const [card] = candidatesOf(
      await readArchive(readDeck, await deck([{ type, fields: ['x7', 'Why?', 'Book', 'So.'] }], 3)),
    );
    expect(card).toMatchObject({ stem: 'Why?', options: [{ text: 'So.' }] });
    expect(card?.explanation).toContain('Source: Book');
  });

  it('asks for each gap of a cloze, and refuses one that hides parts of a picture', async () => {
    const notes = [
      { type: cloze, fields: ['{{c1::ReLU}} is {{c2::max(0, x)::formula}}.', ''] },
      { type: cloze, fields: ['{{c1::image-occlusion:rect:left=.1:top=.2}}<img src="net.png">', ''] },
      { type: basic, fields: ['<img src="net.png">', 'x'] },
    ];
    const entries = await readArchive(readDeck, await deck(notes, 3));
    expect(candidatesOf(entries).map(({ stem }) => stem)).toEqual(['____ is max(0, x).', 'ReLU is ____ (formula).']);
    expect(saidOf(entries)).toEqual([
      'note 2: It hides parts of a picture, and pictures are not taken.',
      'note 3: Its front is empty, or holds only a picture or a sound.',
    ]);
  });

  it('says where a formula is TeX, however it is marked, and not where dollars are money', async () => {
    const fronts = [String.raw`Is $|a+b| \leq |a|+|b|$ true?`, String.raw`What is \(x^2\)?`, 'Is it $5 or $6?'];
    const notes = fronts.map((front) => ({ type: basic, fields: [front, 'x'] }));
    const read = candidatesOf(await readArchive(readDeck, await deck(notes, 3)));
    const tex = ['It has TeX. Write the formula as plain text.'];
    expect(read.map(({ remarks }) => remarks)).toEqual([tex, tex, []]);
  });

  it('names the pictures that are left out, and says how many the deck has', async () => {
    const files = await deckFiles([{ type: basic, fields: ['What is <img src="x.png"> called?', 'x'] }], 3);
    const entries = await readArchive(readDeck, zipSync({ ...files, 0: new Uint8Array(9), 1: new Uint8Array(9) }));
    expect(saidOf(entries)).toEqual(['Pictures and sounds are not taken: 2 in the deck.']);
    expect(candidatesOf(entries)[0]?.remarks).toEqual(['The picture x.png is left out.']);
  });
});

describe('a deck that cannot be read', () => {
  it('says so of a version that is newer, missing or damaged', async () => {
    const files = await deckFiles([padding], 3);
    const why = async (changed: Record<string, Uint8Array>) => readArchive(readDeck, zipSync({ ...files, ...changed }));
    await expect(why({ meta: Uint8Array.of(8, 9) })).rejects.toThrow('A newer Anki made it than is known here.');
    await expect(why({ meta: Uint8Array.of(8) })).rejects.toThrow('(meta) is damaged');
    await expect(why({ meta: Uint8Array.of(8, 2) })).rejects.toThrow('collection.anki21, which is not in it');
  });

  it('says so where only the note is left that asks for a newer Anki', async () => {
    const { 'collection.anki2': note = new Uint8Array() } = await deckFiles([], 3);
    expect(saidOf(await readArchive(readDeck, zipSync({ 'collection.anki2': note })))).toEqual([
      'note 1: It only asks for a newer Anki: the notes of this deck are missing. Export it again.',
    ]);
  });

  it('says so of a collection that is cut, empty, another file, or not compressed', async () => {
    const whole = await collectionBytes(
      Array.from({ length: 500 }, () => padding),
      11,
    );
    const why = async (collection: Uint8Array) => readArchive(readDeck, zipSync({ 'collection.anki2': collection }));
    const damaged = 'The collection in the deck is damaged. Export it again.';
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('no database'.repeat(99))]) {
      await expect(why(bytes)).rejects.toThrow(damaged);
    }
    const entries = await why(whole.slice(0, whole.length / 2)).catch(String);
    expect(JSON.stringify(entries)).toContain('damaged');
    const files = await deckFiles([padding], 3);
    await expect(readArchive(readDeck, zipSync({ ...files, 'collection.anki21b': whole }))).rejects.toThrow(
      'damaged or cut off',
    );
  });

  it('stops at a collection that unpacks to more than is allowed, and at a note that is too long', async () => {
    const long = { type: basic, fields: ['x'.repeat(200_000), 'y'] };
    const bytes = await deck([long, padding], 3);
    await expect(readArchive(readDeck, bytes, { ...usualLimits, collectionBytes: 50_000 })).rejects.toThrow(
      'unpacks to more than 49 kB',
    );
    const entries = await readArchive(readDeck, bytes);
    expect(saidOf(entries)).toEqual(['note 1: It has 195 kB, which is more than any question.']);
    expect(candidatesOf(entries)).toHaveLength(1);
  });
});
