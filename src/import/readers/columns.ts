/** Which column of a table holds what, from 0; null where none does. */
export type Columns = {
  readonly question: number;
  readonly code: number | null;
  readonly options: readonly number[];
  readonly whys: readonly number[];
  readonly key: number | null;
  readonly explanation: number | null;
  readonly name: number | null;
  readonly id: number | null;
  readonly level: number | null;
  readonly category: number | null;
  readonly tags: number | null;
  readonly author: number | null;
  readonly licence: number | null;
};

/** How people name columns, without case and white space at the ends. */
const names = {
  question: /^(question( text)?|stem|prompt|front|term|item)$|^question\b.*\bcharacters$/,
  code: /^(code|snippet)$/,
  key: /^((correct|right)( ?answers?| ?options?| ?choices?|_answers?|answer)?|answer( ?key)?|key|solution|back|definition)$|^correct answer\(s\)/,
  explanation: /^(explanation|explain|feedback|rationale|comment|comments|general feedback|notes?)$/,
  name: /^(title|name)$/,
  id: /^(id|guid|uid|question id)$/,
  level: /^(level|difficulty)$/,
  category: /^(category|topic|deck|subject|chapter)$/,
  tags: /^(tags?|keywords?)$/,
  author: /^(author|by|creator)$/,
  licence: /^(licen[cs]e|rights)$/,
} as const;

const optionName =
  /^((answer|option|choice|alternative)[ _-]?\(?([a-h]|\d{1,2})\)?|[a-h]|(incorrect|wrong|false)[ _-]?(answers?|options?|choices?|answer)?[ _-]?\d*)$|^answer \d+\b.*\bcharacters$|^distractor[ _-]?\d*$/;

const whyName = /^(why|feedback|rationale|explanation)[ _-]?([a-h]|\d{1,2})$/;

/** The columns that a first row names; null where none of them is for questions, or nothing answers these. */
export function columnsOf(heads: readonly string[]): Columns | null {
  const typed = heads.map((head) => head.trim().toLowerCase().replace(/\s+/g, ' '));
  const at = (name: RegExp) => {
    const found = typed.findIndex((head) => name.test(head));
    return found < 0 ? null : found;
  };
  const all = (name: RegExp) => typed.flatMap((head, column) => (name.test(head) ? [column] : []));
  const question = at(names.question);
  const columns = { options: all(optionName), key: at(names.key) };
  if (question === null || (columns.options.length === 0 && columns.key === null)) return null;
  return {
    ...columns,
    question,
    whys: all(whyName),
    ...{ code: at(names.code), explanation: at(names.explanation), name: at(names.name), id: at(names.id) },
    ...{ level: at(names.level), category: at(names.category), tags: at(names.tags) },
    ...{ author: at(names.author), licence: at(names.licence) },
  };
}

/** Names of columns that are read as something other than a part of the question, or not at all. */
export function unreadColumns(heads: readonly string[], columns: Columns): readonly string[] {
  const used = new Set(Object.values(columns).flat());
  return heads.filter((head, column) => head.trim() !== '' && !used.has(column));
}

const nowhere = {
  ...{ code: null, options: [], whys: [], explanation: null, name: null, id: null, level: null, category: null },
  ...{ tags: null, author: null, licence: null },
} as const;

/** A question and its answer, as flash cards have them. */
export const cardColumns: Columns = { ...nowhere, question: 0, key: 1 };
