import type { Entry } from '../candidate.ts';
import { note } from '../candidate.ts';
import { readAnkiNote } from './anki-note.ts';
import { delimiterOf, rowsOf } from './delimited.ts';

/** The lines with which Anki begins its text files. */
const header =
  /^#(separator|html|tags|columns|notetype|deck|(?:notetype|deck|tags|guid) column|if matches|match scope):(.*)$/i;

/** Whether a text begins as Anki's own do. */
export function isAnkiText(text: string): boolean {
  return header.test(text.slice(0, 200).split('\n')[0] ?? '');
}

const separators: Readonly<Record<string, string>> = {
  ...{ tab: '\t', comma: ',', semicolon: ';', pipe: '|', space: ' ', colon: ':' },
};

/** A text that Anki exports or imports (docs.ankiweb.net/importing/text-files.html), by its headers. */
export function* readAnkiText(text: string): Generator<Entry> {
  const headers = headersOf(text);
  const named = headers.get('separator')?.trim() ?? '';
  const delimiter =
    separators[named.toLowerCase()] ??
    (named === '' ? (delimiterOf(withoutHeaders(text)) ?? '\t') : (named[0] ?? '\t'));
  // Anki itself takes no blank behind the colon here.
  const html = headers.get('html');
  const markup = html === 'true' ? 'html' : html === undefined ? 'auto' : 'plain';
  const column = (name: string) => Number(headers.get(`${name} column`)?.trim() ?? 0) - 1;
  const special = { guid: column('guid'), deck: column('deck'), tags: column('tags'), notetype: column('notetype') };
  const isField = (_: unknown, index: number) => !Object.values(special).includes(index);
  const columns = headers.get('columns')?.split(delimiter) ?? [];
  const common = (headers.get('tags') ?? '').split(/\s+/).filter((tag) => tag !== '');
  if (html !== undefined && html !== 'true' && html.trim() === 'true') {
    yield note(
      '`#html: true` has a blank behind the colon, by which Anki itself takes the file for plain text; so it was read here.',
    );
  }
  const { rows, fault } = rowsOf(text, delimiter, true);
  for (const { place, cells } of rows) {
    yield* readAnkiNote({
      ...{ place, markup, fields: cells.filter(isField), fieldNames: columns.filter(isField) },
      guid: cells[special.guid] ?? '',
      deck: cells[special.deck] ?? headers.get('deck')?.trim() ?? '',
      tags: [...common, ...(cells[special.tags] ?? '').split(/\s+/).filter((tag) => tag !== '')],
    });
  }
  if (fault !== null) yield fault;
}

/** The headers at the beginning, by their names. */
function headersOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of text.slice(0, 20_000).split('\n')) {
    if (!line.startsWith('#')) break;
    const [, name = '', value = ''] = header.exec(line) ?? [];
    if (name !== '') found.set(name.toLowerCase(), value);
  }
  return found;
}

function withoutHeaders(text: string): string {
  return text.replace(/^(#.*\n)+/, '');
}
