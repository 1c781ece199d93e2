/** One note for Anki, of its own note type Basic: fields as HTML, and an id that stays the same from file to file. */
export type AnkiNote = {
  /** Anki updates the note that has it, instead of adding another one. Not empty. */
  readonly guid: string;
  readonly front: string;
  readonly back: string;
  /** Without white space; `::` makes them a tree. */
  readonly tags: readonly string[];
};

/**
 * Notes as a text that Anki imports (https://docs.ankiweb.net/importing/text-files.html#file-headers). The deck stands in a
 * column, since a header names only decks that exist, where a column makes them; there are no names of columns, since Anki would
 * look for them among the fields, which are called otherwise in every language.
 */
export function ankiText(notes: readonly AnkiNote[], deck: string): string {
  const rows = notes.map(({ guid, front, back, tags }) => [guid, deck, tags.join(' '), front, back]);
  return [...headers, ...rows.map((row) => row.map(toField).join(separator))].map((line) => `${line}\n`).join('');
}

const separator = '\t';

const headers = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#guid column:1',
  '#deck column:2',
  '#tags column:3',
];

/** What would end a field or a line is quoted, and so is what would make a line a remark. */
function toField(text: string): string {
  const isPlain = !/["\t\n\r]/.test(text) && !text.startsWith('#');
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
