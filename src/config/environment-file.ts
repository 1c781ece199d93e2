import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { Fault } from '../core/fault.ts';

/** A name, and an unquoted value with a `#` inside a word. */
const cutValue = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*[=:][ \t]*(?!["'`])[^\s#][^\r\n#]*(?<=\S)#/m;

/**
 * The variables of a `.env` file; none if there is no file. Throws a Fault of code `configuration` for a file that
 * cannot be read, is not UTF-8, or contains something that would be silently lost: text after a `#`, a line that sets
 * nothing, the first of two values. The Fault contains no values.
 */
export function readEnvironmentFile(path: string): Readonly<Record<string, string>> {
  const bytes = readBytes(path);
  if (bytes === null) return {};
  if (bytes.includes(0)) {
    throw wrong(
      `The file ${path} is in UTF-16, not in UTF-8.`,
      'Save it as UTF-8; in most editors that is under Save As.',
    );
  }
  const text = bytes.toString('utf8');
  const [, cut] = cutValue.exec(text) ?? [];
  if (cut !== undefined) {
    const cure = cut === 'DATABASE_URL' ? 'Write %23 for it.' : 'Put the value in single quotes.';
    throw wrong(`In ${path} the value of ${cut} has a #, where a comment begins.`, cure);
  }
  refuseLostLines(text, path);
  return parse(text);
}

/** The parser skips lines that it cannot read, and takes the last of two values; a quoted value may span lines. */
function refuseLostLines(text: string, path: string): void {
  const seen = new Set<string>();
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, value = ''] = /^\s*(?:export\s+)?([\w.-]+)\s*[=:]\s*(.*)$/.exec(line) ?? [];
    if (name === undefined) {
      const cure = 'Write NAME=value, or # in front of a comment.';
      throw wrong(`Line ${index + 1} of ${path} sets no variable.`, cure);
    }
    const quote = value.charAt(0);
    if (/["'`]/.test(quote) && !value.slice(1).includes(quote)) {
      const cure = 'End it with the same quote, or leave both out.';
      throw wrong(`In ${path} the value of ${name} begins with a quote that does not end on its line.`, cure);
    }
    if (seen.has(name)) throw wrong(`The file ${path} sets ${name} twice.`, 'Keep one of the two lines.');
    seen.add(name);
  }
}

function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw wrong(`The file ${path} cannot be read.`, 'Check its permissions, or remove it.', error);
  }
}

function wrong(message: string, hint: string, cause?: unknown): Fault {
  return new Fault('configuration', message, hint, cause);
}
