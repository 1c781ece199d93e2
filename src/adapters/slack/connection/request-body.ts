import type { IncomingMessage } from 'node:http';
import { parse as parseForm } from 'node:querystring';

const form = 'application/x-www-form-urlencoded';

/**
 * Reads a request's body; null as soon as it has more than `limit` bytes. Of a request that breaks off nothing is told: there
 * is nobody to answer.
 */
export function readBody(request: IncomingMessage, limit: number, done: (body: Buffer | null) => void): void {
  const pieces: Buffer[] = [];
  let length = 0;
  request.on('data', (piece: Buffer) => {
    if (length > limit) return;
    length += piece.length;
    pieces.push(piece);
    if (length > limit) {
      pieces.length = 0;
      done(null);
    }
  });
  request.on('end', () => {
    if (length > limit) return;
    const [first = Buffer.alloc(0)] = pieces;
    done(pieces.length > 1 ? Buffer.concat(pieces) : first);
  });
}

/** Whether a content type is that of a form, whatever charset it names. */
function isForm(contentType: string | undefined): boolean {
  return contentType === form || contentType?.split(';')[0]?.trim().toLowerCase() === form;
}

/**
 * What a body says: a form's fields, the JSON in its field `payload`, or JSON by itself.
 * Null if it is none of these.
 */
export function parseBody(body: Buffer, contentType: string | undefined): Readonly<Record<string, unknown>> | null {
  const text = body.toString();
  if (!isForm(contentType)) return parseObject(text);
  const fields = parseForm(text);
  return typeof fields['payload'] === 'string' ? parseObject(fields['payload']) : fields;
}

/** Whether Slack asks, with no signature, if the address is there; nothing else of such a form may be looked at. */
export function isSslCheck(body: Buffer, contentType: string | undefined): boolean {
  return isForm(contentType) && parseForm(body.toString())['ssl_check'] === '1';
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
