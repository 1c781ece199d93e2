import { toBeWritten } from '../../core/to-be-written.ts';
import type { Complaint } from '../complaint.ts';
import { parseQuestionDocument } from '../document.ts';
import type { FrontMatterSchema } from '../front-matter.ts';
import { toComplaints } from '../schema-faults.ts';

/** A draft as its file says, and what stands between it and a question of the bank. */
export type DraftState = {
  /** File and place within the source, as `deck.txt, line 4`; null for a draft that was begun here. */
  readonly source: string | null;
  /** Its number in the source, from 1; 0 where it has none. */
  readonly number: number;
  readonly sourceFile: string;
  readonly title: string;
  /** What is still to be written, in a few words each: `aliases`, `why of 4 options`. */
  readonly missing: readonly string[];
  /** What is there and is against a rule. */
  readonly wrong: readonly Complaint[];
  /** What the import left to a person. */
  readonly remarks: readonly string[];
};

/** Reads a draft by the rules of a bank. */
export function readDraft(file: string, text: string, schema: FrontMatterSchema): DraftState {
  const document = parseQuestionDocument(file, text);
  const none = { source: null, number: 0, sourceFile: '', title: '', missing: [], remarks: [] };
  if (!('markdown' in document)) return { ...none, wrong: document };
  const { draft: _, remarks, ...data } = asRecord(document.data);
  const complaints = toComplaints(schema.safeParse(data).error, {
    file,
    whole: 'front matter',
    lineOf: document.lineOf,
  });
  const unwritten = (complaint: Complaint) => isUnwritten(valueAt(data, complaint.field));
  const source = asRecord(data['source']);
  const answer = document.markdown.trim();
  return {
    ...none,
    source: [source['file'], source['place']].filter((part) => typeof part === 'string').join(', ') || null,
    number: Number(source['number'] ?? 0) || 0,
    sourceFile: String(source['file'] ?? ''),
    title: titleOf(data),
    missing: [
      ...inWords(
        complaints.filter(unwritten).map(({ field }) => field),
        data,
      ),
      ...(answer === '' || answer === toBeWritten ? ['the answer'] : []),
    ],
    wrong: [
      ...document.losses,
      ...complaints.filter((complaint) => !unwritten(complaint)),
      ...onKeys(file, data, document),
    ],
    remarks: Array.isArray(remarks) ? remarks.map(String) : [],
  };
}

function asRecord(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? Object.fromEntries(Object.entries(data))
    : {};
}

function isUnwritten(value: unknown): boolean {
  return value === undefined || value === toBeWritten || value === '';
}

/** The value at `items.0.options.2.why`. */
function valueAt(data: unknown, field: string): unknown {
  return field.split('.').reduce((value: unknown, name) => {
    return typeof value === 'object' && value !== null
      ? Object.entries(value).find(([key]) => key === name)?.[1]
      : undefined;
  }, data);
}

function titleOf(data: Readonly<Record<string, unknown>>): string {
  const stem = valueAt(data, 'items.0.stem');
  return [data['title'], stem].map(String).find((text) => text !== toBeWritten && text !== 'undefined') ?? '';
}

/** Each kind of field once, in the order of the file. */
function inWords(fields: readonly string[], data: unknown): readonly string[] {
  const parts = fields.map((field) => {
    const list = /^(aliases|references|points|errors)\b/.exec(field)?.[1];
    const inOption = /^items\.\d+\.options\.\d+\.(text|why)$/.exec(field)?.[1];
    // An option that is missing altogether lacks its reason as well.
    if (inOption === 'why' && isUnwritten(valueAt(data, field.replace(/why$/, 'text')))) return null;
    return inOption ?? list ?? field.replace(/^items\.\d+\./, '');
  });
  const count = (name: string) => parts.filter((part) => part === name).length;
  const whole = (name: string, what: string) =>
    `${what} ${count(name)} ${count(name) === 1 ? 'option' : 'options'}`.trim();
  return [...new Set(parts)].flatMap((part) => {
    if (part === null) return [];
    if (part === 'text') return [whole('text', '')];
    return [part === 'why' ? whole('why', 'why of') : part];
  });
}

/** Exactly one option is right; how many are, no schema says. */
function onKeys(
  file: string,
  data: unknown,
  { lineOf }: { readonly lineOf: (path: readonly PropertyKey[]) => number },
): readonly Complaint[] {
  const items = valueAt(data, 'items');
  return (Array.isArray(items) ? items : []).flatMap((item: unknown, index): readonly Complaint[] => {
    const options = valueAt(item, 'options');
    const right = (Array.isArray(options) ? options : []).filter((option) => valueAt(option, 'correct') !== undefined);
    if (right.length === 1) return [];
    const field = `items.${index}.options`;
    const problem = right.length === 0 ? 'None is marked as right.' : `${right.length} options are correct.`;
    return [
      { file, line: lineOf(['items', index, 'options']), field, problem, cure: 'Mark exactly one `correct: true`.' },
    ];
  });
}
