/** What layout needs to know about a font: which characters it can draw, and their widths. */
export type FontMetrics = {
  /** Width of a code point in ems; null if the font has no glyph for it. Kerning and ligatures are ignored. */
  readonly advance: (codePoint: number) => number | null;
};

/**
 * Reads the widths from a TrueType or OpenType font: tables head, hhea, hmtx and cmap of the OpenType specification,
 * subtable formats 4 and 12. Throws a RangeError if the bytes are not such a font.
 */
export function readFont(bytes: Uint8Array): FontMetrics {
  const unitsPerEm = table(bytes, 'head').getUint16(18);
  const wideGlyphs = table(bytes, 'hhea').getUint16(34);
  const widths = table(bytes, 'hmtx');
  const glyphOf = glyphFinder(table(bytes, 'cmap'));
  return {
    advance: (codePoint) => {
      const glyph = glyphOf(codePoint);
      if (glyph === 0) return null;
      return widths.getUint16(4 * Math.min(glyph, wideGlyphs - 1)) / unitsPerEm;
    },
  };
}

/** A copy of one table, so that the outlines, by far the largest part of a file, need not stay in memory. */
function table(bytes: Uint8Array, name: string): DataView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + 16 * index;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    if (tag !== name) continue;
    const start = view.getUint32(entry + 8);
    return new DataView(
      bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + start + view.getUint32(entry + 12)),
    );
  }
  throw new RangeError(`The font has no table ${name}.`);
}

type GlyphFinder = (codePoint: number) => number;

/** The full table (format 12) if there is one, otherwise that of the basic plane (format 4); 0 means no glyph. */
function glyphFinder(view: DataView): GlyphFinder {
  const subtables = Array.from({ length: view.getUint16(2) }, (_, index) => {
    const at = view.getUint32(8 + 8 * index);
    return { at, format: view.getUint16(at), platform: view.getUint16(4 + 8 * index) };
  }).filter(({ platform }) => platform === 0 || platform === 3);
  const full = subtables.find(({ format }) => format === 12);
  if (full !== undefined) return fullFinder(view, full.at);
  const basic = subtables.find(({ format }) => format === 4);
  if (basic !== undefined) return basicFinder(view, basic.at);
  throw new RangeError('The font has no Unicode table that is known here.');
}

function fullFinder(view: DataView, at: number): GlyphFinder {
  const count = view.getUint32(at + 12);
  return (codePoint) => {
    const group = firstNotBelow(count, codePoint, (index) => view.getUint32(at + 20 + 12 * index));
    if (group === count) return 0;
    const start = view.getUint32(at + 16 + 12 * group);
    return codePoint < start ? 0 : view.getUint32(at + 24 + 12 * group) + codePoint - start;
  };
}

function basicFinder(view: DataView, at: number): GlyphFinder {
  const count = view.getUint16(at + 6) / 2;
  const starts = at + 16 + 2 * count;
  return (codePoint) => {
    const segment = firstNotBelow(count, codePoint, (index) => view.getUint16(at + 14 + 2 * index));
    if (segment === count) return 0;
    const start = view.getUint16(starts + 2 * segment);
    if (codePoint < start) return 0;
    const delta = view.getUint16(starts + 2 * (count + segment));
    const offsetAt = starts + 2 * (2 * count + segment);
    const offset = view.getUint16(offsetAt);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = view.getUint16(offsetAt + offset + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** The first of `count` ascending ends that is not below `wanted`; `count` if all are. */
function firstNotBelow(count: number, wanted: number, endOf: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
