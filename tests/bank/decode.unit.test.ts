import { describe, expect, it } from 'vitest';
import { decodeQuestionFile } from '../../src/bank/decode.ts';

const text = '---\nid: größe\n---\nπ ≈ 3.14 🎲\n';
const utf16le = Buffer.from(`\uFEFF${text}`, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();
const latin1 = Buffer.from('---\nid: a\n---\nGröße\n', 'latin1');

const decode = (bytes: Uint8Array) => decodeQuestionFile('vision/a.md', bytes);

describe('the bytes of a question file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, least byte first', utf16le],
    ['UTF-16, greatest byte first', utf16be],
    ['lines as Windows ends them', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['lines as old Macs ended them', Buffer.from(text.replaceAll('\n', '\r'))],
  ])('are read as %s', (_, bytes) => {
    expect(decode(bytes)).toBe(text);
  });

  it.each([
    ['Latin-1', latin1, 4, 'The byte 0xF6 is no UTF-8.'],
    [
      'Latin-1 behind a byte order mark',
      Buffer.concat([Buffer.from('\uFEFF'), latin1]),
      4,
      'The byte 0xF6 is no UTF-8.',
    ],
    ['a character that is cut off', Buffer.from('---\nπ').subarray(0, 5), 2, 'The byte 0xCF is no UTF-8.'],
    [
      'UTF-16 without a mark',
      Buffer.from('---\nid: a', 'utf16le'),
      1,
      'It has a zero byte, as UTF-16 without a mark has.',
    ],
    ['half a character of UTF-16', utf16le.subarray(0, -1), 1, 'It begins as UTF-16, but is none.'],
  ])('are told as no text with their line: %s', (_, bytes, line, problem) => {
    const cure = expect.stringContaining('UTF-8');
    expect(decode(bytes)).toEqual([{ file: 'vision/a.md', line, field: 'file', problem, cure }]);
  });
});
