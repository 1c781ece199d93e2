/** A note as Anki takes it from a text file, by what the headers say of the columns. */
export type ReadNote = {
  readonly guid: string;
  readonly deck: string;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
};

/**
 * Reads a text as Anki's importer does (https://docs.ankiweb.net/importing/text-files.html): headers are the lines at the top that
 * begin with `#`; records follow the rules of CSV, a field in quotation marks may have separators, line ends and doubled
 * quotation marks; a record that begins with `#` is a remark; what is no column of its own is a field of the note type, in order.
 */
export function readAnki(text: string): {
  readonly headers: ReadonlyMap<string, string>;
  readonly notes: readonly ReadNote[];
} {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const headers = new Map(
    lines.slice(0, end).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(1, colon), line.slice(colon + 1)] as const;
    }),
  );
  const delimiter = headers.get('separator') === 'tab' ? '\t' : ',';
  const records = recordsIn(text, delimiter);
  const column = (name: string) => Number(headers.get(`${name} column`) ?? 0) - 1;
  const [guid, deck, tags] = [column('guid'), column('deck'), column('tags')];
  return {
    headers,
    notes: records.map((record) => ({
      guid: record[guid] ?? '',
      deck: record[deck] ?? '',
      tags: (record[tags] ?? '').split(' ').filter((tag) => tag !== ''),
      fields: record.filter((_, place) => ![guid, deck, tags].includes(place)),
    })),
  };
}

/** A collection of Anki's after these files were imported one after the other: a GUID that is there is updated. */
export function importAll(texts: readonly string[]): ReadonlyMap<string, ReadNote> {
  return new Map(texts.flatMap((text) => readAnki(text).notes).map((note) => [note.guid, note]));
}

/** Character by character, with what is quoted told from what is not. */
function recordsIn(text: string, delimiter: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '#') {
      at = endOfLine(text, at);
      continue;
    }
    const record: string[] = [];
    let isOver = false;
    while (!isOver) {
      const { field, next } = text[at] === '"' ? quotedField(text, at + 1) : plainField(text, at, delimiter);
      record.push(field);
      isOver = text[next] !== delimiter;
      if (isOver && next < text.length && text[next] !== '\n') throw new Error(`No field ends at ${next}.`);
      at = next + 1;
    }
    records.push(record);
  }
  return records;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function quotedField(text: string, from: number): { field: string; next: number } {
  let field = '';
  for (let at = from; at < text.length; at += 1) {
    if (text[at] !== '"') field += text[at];
    else if (text[at + 1] !== '"') return { field, next: at + 1 };
    else {
      field += '"';
      at += 1;
    }
  }
  throw new Error('A quotation never ends.');
}

function plainField(text: string, from: number, delimiter: string): { field: string; next: number } {
  let next = from;
  while (next < text.length && text[next] !== delimiter && text[next] !== '\n') next += 1;
  return { field: text.slice(from, next), next };
}
