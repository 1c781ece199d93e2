import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawLine } from '../../src/pictures/line.ts';
import { toSvg } from '../../src/pictures/to-svg.ts';
import { runs } from '../corpora/runs.ts';
import { faces, files, pictureOf, readTexts, textsOf } from './drawn.ts';

const size = 40;

function line(text: string, width = 400) {
  return drawLine({ text, instead: 'Player', x: 500, y: 100, size, width, fill: '#fff', anchor: 'middle' }, faces);
}

function wordsOf(text: string, width?: number): string {
  return readTexts(line(text, width))
    .map((drawn) => drawn.text)
    .join('|');
}

/**
 * The real renderer, which parses XML strictly: throws where the document is not well-formed. It reads all fonts that it is
 * given each time, so it is given those that are named.
 */
function render(content: string): Resvg {
  const named = new Set(readTexts(content).map(({ family }) => family));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="200">${content}</svg>`;
  return new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: files.filter(({ family }) => named.has(family)).map(({ path }) => path),
    },
    logLevel: 'off',
  });
}

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom('<', '&', ']]>', '"', "'", '\u0000', '\ud800', '\u202e', 'א', 'م', '👩‍🚀', '🇩🇪', '中', 'e\u0301'),
    )
    .map((parts) => parts.join('')),
);

describe('a name', () => {
  it.each([
    ['<!channel> & "co" </text>', '<!channel> & "co" </text>'],
    ['Ada\u0000\u0007\u001b[31m\u202e\u2066 Lovelace\n', 'Ada[31m Lovelace'],
    ['  Ada \t\n Lovelace ', 'Ada Lovelace'],
    ['𝓐𝓭𝓪 Ｂｏｂ', 'Ada Bob'],
    ['Nguyễn Дмитрий Ωμέγα', 'Nguyễn Дмитрий Ωμέγα'],
    ['a\u0301\u0301\u0301\u0301\u0301\u0301', 'á\u0301\u0301\u0301'],
    ['Ada 🔥', 'Ada|🔥'],
    ['\ud83d broken', '\ufffd|broken'],
    ['ꯍꯥꯏ Ada', '? Ada'],
    ['🔥\u0301\u200d👍', '🔥'],
  ])('%j reads %j', (name, words) => {
    expect(wordsOf(name, 900)).toBe(words);
  });

  it.each(['', ' ', '\u3164\u200b\u2060', '\u{10ffff}\u{e000}', 'ꯍꯥꯏ', '?'])(
    'of which nothing can be shown, %j, is stood in for',
    (name) => {
      expect(wordsOf(name)).toBe('Player');
    },
  );

  it.each([
    ['300 × W', 'W'.repeat(300)],
    ['100 × 🔥', '🔥'.repeat(100)],
    ['300 × ا', 'ا'.repeat(300)],
    ['300 × 字', '字'.repeat(300)],
    ['100 × 👩‍🚀', '👩‍🚀'.repeat(100)],
  ])('too long for its place ends with an ellipsis and stays in its place: %s', (_, name) => {
    const texts = readTexts(line(name));
    expect(texts.map(({ text }) => text).join('')).toContain('…');
    const box = render(line(name)).getBBox();
    expect(box?.width).toBeLessThanOrEqual(400);
    expect(box?.width).toBeGreaterThan(200);
  });

  it('shrinks a little before it is cut', () => {
    const texts = textsOf(pictureOf('podium', ['Konstantin Weber', 'Ada']));
    const [long, short] = ['Konstantin Weber', 'Ada'].map((name) => texts.find(({ text }) => text === name));
    expect(long?.size).toBeLessThan(short?.size ?? 0);
  });

  it('from right to left is read from the right, its ellipsis on the left, the words around it where they were', () => {
    const [dots, words] = readTexts(line('שלום '.repeat(40))).toSorted((one, other) => one.x - other.x);
    expect([dots?.text, words?.text.slice(0, 4)]).toEqual(['…', 'שלום']);
    const [rank, name, , points] = textsOf(pictureOf('board', ['محمد'])).slice(3);
    expect([rank?.text, name?.text, points?.text]).toEqual(['1', 'محمد', '1,000']);
    expect(rank?.x).toBeLessThan(name?.x ?? 0);
    expect(name?.x).toBeLessThan(points?.x ?? 0);
  });

  it('keeps the letters of mixed scripts in their order', () => {
    const texts = readTexts(line('Dave דוד 中 x', 900));
    expect(texts.map(({ text }) => text)).toEqual(['Dave', 'דוד', '中', 'x']);
    expect(texts.map(({ x }) => x)).toEqual(texts.map(({ x }) => x).toSorted((one, other) => one - other));
  });

  it.each(['Иван Ωμέγα', 'محمد דוד', 'გიორგი Արմեն', '김민준', '张伟 張偉 さくら', 'สมชาย', 'राहुल', '👍🏽 1️⃣ ❤️'])(
    'in many scripts is drawn: %s',
    (name) => {
      expect(wordsOf(name, 900)).not.toContain('?');
      expect(render(line(name, 900)).getBBox()?.width).toBeGreaterThan(50);
    },
  );

  it('whatever it holds leaves the picture well-formed, in its place, and without the box of a missing glyph', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const drawn = line(name);
        const box = render(drawn).getBBox();
        expect(box?.width ?? 0).toBeLessThanOrEqual(400 + size);
        for (const { text, family, weight } of readTexts(drawn)) {
          const face = files.find((file) => file.family === family && file.weight === weight);
          expect(Array.from(text).filter((letter) => face?.advance(letter.codePointAt(0) ?? 0) === null)).toEqual([]);
        }
      }),
      runs(75),
    );
  });

  it('whatever it holds, both pictures are well-formed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('podium', 'board'),
        fc.array(anyName, { maxLength: 12 }),
        anyName,
        (kind, names, title) => {
          expect(
            () => new Resvg(toSvg({ ...pictureOf(kind, names), title }, faces), { font: { loadSystemFonts: false } }),
          ).not.toThrow();
        },
      ),
      runs(40),
    );
  });
});
