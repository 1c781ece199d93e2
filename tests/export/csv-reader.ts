/** Reads comma-separated values strictly, a line feed behind each record; the first record names the fields of all others. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  if (!text.startsWith('\ufeff')) throw new Error('There is no byte order mark.');
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\n)/y;
  const records: string[][] = [[]];
  field.lastIndex = 1;
  while (field.lastIndex < text.length) {
    const from = field.lastIndex;
    const [, quoted, plain = '', end] = field.exec(text) ?? [];
    if (end === undefined) throw new Error(`No field ends after ${from}.`);
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') records.push([]);
  }
  const [heads = [], ...rows] = records.slice(0, -1);
  return rows.map((row) => {
    if (row.length !== heads.length) throw new Error(`A record has ${row.length} fields.`);
    return Object.fromEntries(heads.map((head, column) => [head, row[column] ?? '']));
  });
}
