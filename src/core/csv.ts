/**
 * Rows as comma-separated values, in UTF-8 with a byte order mark: without one spreadsheets take every letter beyond ASCII for two
 * others. Lines end as those of code within a cell do, and not with the two characters of RFC 4180: readers settle for the first
 * line end that they meet.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map((cell) => toField(String(cell))).join(',')}\n`).join('')}`;
}

/**
 * What somebody else has chosen (a name), so that no spreadsheet takes it for a formula: an apostrophe goes before
 * whatever could begin one, as https://owasp.org/www-community/attacks/CSV_Injection has it.
 */
export function asPlainCell(text: string): string {
  return /^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}

/** Quoted where it has to be, and where blanks at its ends could be lost. */
function toField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
