import { parseMarkdown } from '../bank/markdown.ts';
import type { Rich, Span } from '../core/card.ts';
import { mapNode } from '../core/map-spans.ts';
import type { TextPage } from '../core/text-page.ts';

/** What stands in a text for something that its author could not know: `{{operator}}`. */
const placeholder = /\{\{\s*([\w-]+)\s*\}\}/g;

/** By the names of placeholders; null for one that nobody has filled in yet. */
type Values = Readonly<Record<string, string | null>>;

/** What a page of Markdown came to. */
export type ReadText = {
  readonly page: TextPage;
  /** Placeholders that are known and have no value; they stand on the page in brackets. */
  readonly unfilled: readonly string[];
  /** What is wrong with the text, a sentence each with its line. */
  readonly problems: readonly string[];
};

/**
 * Reads a text of Markdown with a title (`# …`), headings (`## …`) and what answers of a bank may have. What is filled in is no
 * Markdown: it stands as it is, and where it is an address as a link.
 */
export function readTextPage(markdown: string, values: Values): ReadText {
  const lines = markdown.split('\n');
  const { names, problems } = placeholdersIn(lines, values);
  const starts = lines.flatMap((line, no) => (/^#{1,2} /.test(line) ? [no] : []));
  const [first] = starts;
  const title = /^# (.+)$/.exec(lines[first ?? 0] ?? '')?.[1]?.trim() ?? '';
  if (title === '' || first !== 0) problems.push('Line 1: a title is missing, such as `# Support`.');
  const parts = starts.map((start, place) => {
    const text = lines.slice(start + 1, starts[place + 1] ?? lines.length).join('\n');
    const { body, unsupported } = parseMarkdown(text);
    for (const { line, problem, cure } of unsupported) problems.push(`Line ${start + 1 + line}: ${problem} ${cure}`);
    const heading = place === 0 ? null : fillText((lines[start] ?? '').slice(3).trim(), values);
    return { heading, body: body.map((node) => mapNode(node, (rich) => rich.flatMap((span) => fill(span, values)))) };
  });
  const unfilled = [...names].filter((name) => values[name] === null);
  return { page: { title: fillText(title, values), parts }, unfilled, problems };
}

function placeholdersIn(lines: readonly string[], values: Values) {
  const names = new Set<string>();
  const problems: string[] = [];
  for (const [no, line] of lines.entries()) {
    for (const [whole, name = ''] of line.matchAll(placeholder)) {
      if (Object.hasOwn(values, name)) names.add(name);
      else problems.push(`Line ${no + 1}: there is no placeholder ${whole}.`);
    }
  }
  return { names, problems };
}

function fill(span: Span, values: Values): Rich {
  if (span.kind === 'link') return [{ ...span, text: fillText(span.text, values), url: fillText(span.url, values) }];
  if (span.kind !== 'text') return [{ ...span, text: fillText(span.text, values) }];
  // Every second part is the name of a placeholder.
  return span.text.split(placeholder).flatMap((part, no): Rich => {
    if (no % 2 === 0) return part === '' ? [] : [{ ...span, text: part }];
    const text = filledIn(part, values);
    const url = addressOf(text);
    return [url === null ? { ...span, text } : { kind: 'link', text, url }];
  });
}

function fillText(text: string, values: Values): string {
  return text.replaceAll(placeholder, (_, name: string) => filledIn(name, values));
}

function filledIn(name: string, values: Values): string {
  return values[name] ?? `[${name}]`;
}

/** Where somebody can write to or look; null for any other text. */
function addressOf(text: string): string | null {
  if (/^https?:\/\/\S+$/.test(text)) return text;
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? `mailto:${text}` : null;
}
