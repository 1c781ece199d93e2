import { parse } from 'csv-parse/sync';

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
  const options = { delimiter, comment: '#', comment_no_infix: true, relax_column_count: true, record_delimiter: '\n' };
  const records: readonly (readonly string[])[] = parse(text, options);
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
