/** A text as its bytes were read, with how that is worth saying; null where it may be taken for granted. */
export type DecodedText = { readonly text: string; readonly remark: string | null };

const marks = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** Bytes to look at where no mark says what they are. */
const sample = 4096;

/**
 * The text of a file: UTF-8 or UTF-16 with or without a mark, else Windows-1252, which older programs write and which any bytes
 * are. All line ends become `\n`. Null if the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.encoding ?? unmarkedWide(bytes);
  const wide = encoding === null ? null : decode(encoding, bytes);
  const text = wide ?? decode('utf-8', bytes);
  if (text !== null) return text.includes('\0') ? null : { text: withPlainEnds(text), remark: null };
  if (bytes.subarray(0, sample).includes(0)) return null;
  const old = new TextDecoder('windows-1252').decode(bytes);
  const line = lineOfFirst(bytes);
  const remark = `Line ${line} is no UTF-8, so all of it was read as Windows-1252. If letters look wrong, save it as UTF-8 and import it again.`;
  return { text: withPlainEnds(old), remark };
}

/** UTF-16 without a mark has a zero in every second byte of plain English. */
function unmarkedWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, sample);
  const zeros = [0, 1].map((odd) => head.filter((byte, index) => byte === 0 && index % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 4 && even === 0) return 'utf-16le';
  return even > head.length / 4 && odd === 0 ? 'utf-16be' : null;
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lineOfFirst(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length;
}

function withPlainEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
