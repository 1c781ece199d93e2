import { parsePosixRule } from './posix-rule.ts';
import type { Timeline } from './timeline.ts';

const headerLength = 44;

/** The widest offsets that RFC 9636 recommends, in seconds: no place has one beyond. */
const widest = { west: -89_999, east: 93_599 };

type Counts = {
  readonly version: number;
  readonly isUtc: number;
  readonly isStandard: number;
  readonly leaps: number;
  readonly changes: number;
  readonly types: number;
  readonly letters: number;
};

/**
 * Parses a compiled file of the time zone database: RFC 9636, all versions. Null if it is damaged, counts leap seconds
 * (computer clocks do not), or is something else.
 */
export function parseTzif(bytes: Uint8Array): Timeline | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = readHeader(view, 0);
  if (first === null) return null;
  if (first.version === 1) return readBlock(view, headerLength, first, 4, '');
  const second = headerLength + lengthOf(first, 4);
  const counts = readHeader(view, second);
  if (counts === null) return null;
  const end = second + headerLength + lengthOf(counts, 8);
  const footer = /^\n([ -~]*)\n$/.exec(new TextDecoder('latin1').decode(bytes.subarray(end)));
  return footer === null ? null : readBlock(view, second + headerLength, counts, 8, footer[1] ?? '');
}

function readHeader(view: DataView, at: number): Counts | null {
  if (view.byteLength < at + headerLength || view.getUint32(at) !== 0x545a6966) return null;
  const [isUtc = 0, isStandard = 0, leaps = 0, changes = 0, types = 0, letters = 0] = Array.from(
    { length: 6 },
    (_, index) => view.getUint32(at + 20 + 4 * index),
  );
  // 0 is version 1, otherwise the digit as a character; later versions are read as the latest known, as the RFC asks.
  return {
    version: view.getUint8(at + 4) === 0 ? 1 : 2,
    isUtc,
    isStandard,
    leaps,
    changes,
    types,
    letters,
  };
}

/** In bytes; an instant takes 4 or 8. */
function lengthOf({ changes, types, letters, leaps, isStandard, isUtc }: Counts, instant: 4 | 8): number {
  return changes * (instant + 1) + types * 6 + letters + leaps * (instant + 4) + isStandard + isUtc;
}

function readBlock(view: DataView, at: number, counts: Counts, instant: 4 | 8, footer: string): Timeline | null {
  const { changes: count, types, leaps } = counts;
  if (types === 0 || leaps > 0 || view.byteLength < at + lengthOf(counts, instant)) return null;
  const kinds = at + count * instant;
  const places = Array.from({ length: count }, (_, index) => view.getUint8(kinds + index));
  const seconds = Array.from({ length: types }, (_, index) => view.getInt32(kinds + count + index * 6));
  const changes = Array.from({ length: count }, (_, index) =>
    instant === 4 ? view.getInt32(at + index * 4) * 1000 : Number(view.getBigInt64(at + index * 8)) * 1000,
  );
  const afterwards = footer === '' ? null : parsePosixRule(footer);
  const isSound =
    places.every((place) => place < types) &&
    seconds.every((offset) => offset >= widest.west && offset <= widest.east) &&
    changes.every((change, index) => index === 0 || change > (changes[index - 1] ?? change)) &&
    (footer === '' || afterwards !== null);
  // The first type applies before the first change.
  return isSound ? { changes, offsets: [0, ...places].map((place) => (seconds[place] ?? 0) * 1000), afterwards } : null;
}
