import type { Complaint } from './complaint.ts';

const utf8Mark = [0xef, 0xbb, 0xbf];

/** The byte order marks of UTF-16, and the names that `TextDecoder` has for these encodings. */
const utf16 = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

const newline = 0x0a;

/**
 * Decodes a question file: UTF-8 with or without a byte order mark, or UTF-16 with one, as some editors save. All line
 * ends become `\n`. Bytes that cannot be decoded come back as complaints.
 */
export function decodeQuestionFile(file: string, bytes: Uint8Array): string | readonly Complaint[] {
  const complain = (line: number, problem: string, cure: string) => [{ file, line, field: 'file', problem, cure }];
  const wide = utf16.find(({ mark }) => startsWith(bytes, mark));
  const text = wide === undefined ? decode('utf-8', bytes) : decode(wide.encoding, bytes);
  if (text === null) {
    if (wide !== undefined) return complain(1, 'It begins as UTF-16, but is none.', 'Save it as UTF-8.');
    const { line, byte } = firstForeignByte(bytes);
    return complain(line, `The byte 0x${hexadecimal(byte)} is no UTF-8.`, 'Save the file as UTF-8.');
  }
  const lines = text.replace(/\r\n?/g, '\n');
  const nul = lines.indexOf('\0');
  if (nul < 0) return lines;
  const line = lines.slice(0, nul).split('\n').length;
  return complain(line, 'It has a zero byte, as UTF-16 without a mark has.', 'Save the file as UTF-8.');
}

/** Decodes without the byte order mark. Null if the bytes are invalid. */
function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** In UTF-8 a line feed is never part of another character, so each line can be checked alone. */
function firstForeignByte(bytes: Uint8Array): { readonly line: number; readonly byte: number } {
  const body = startsWith(bytes, utf8Mark) ? bytes.subarray(utf8Mark.length) : bytes;
  let begin = 0;
  for (let line = 1; ; line += 1) {
    const found = body.indexOf(newline, begin);
    const end = found < 0 ? body.length : found;
    const part = body.subarray(begin, end);
    if (decode('utf-8', part) === null) return { line, byte: part[foreignAt(part)] ?? 0 };
    if (found < 0) return { line, byte: 0 };
    begin = end + 1;
  }
}

/** The position of the first byte of the first invalid character. */
function foreignAt(line: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(line);
  return new TextEncoder().encode(text.slice(0, text.indexOf('\uFFFD'))).length;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function hexadecimal(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
