import type { Document } from 'yaml';
import { LineCounter, parseDocument } from 'yaml';
import type { Complaint } from './complaint.ts';

/** A question file taken apart: its YAML with the line of every field, and the Markdown behind it. */
export type QuestionDocument = {
  readonly data: unknown;
  readonly markdown: string;
  /** Line of the file on which the Markdown begins, from 1. */
  readonly markdownLine: number;
  /** Line of the file on which a field stands, or its nearest parent that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

const opening = /^---[ \t]*\r?\n/;
const closing = /^---[ \t]*(\r?\n|$)/m;

/** Splits a file at its `---` lines and reads the YAML between them. */
export function parseQuestionDocument(file: string, text: string): QuestionDocument | readonly Complaint[] {
  const start = opening.exec(text)?.[0].length;
  const rest = text.slice(start ?? 0);
  const end = closing.exec(rest);
  if (start === undefined || end === null) {
    const cure = 'Begin the file with a line `---`, the fields, and another line `---`.';
    return [{ file, line: 1, field: 'front matter', problem: 'There is none.', cure }];
  }
  const lines = new LineCounter();
  const document = parseDocument(rest.slice(0, end.index), { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line + 1,
      field: 'front matter',
      problem: `It is no valid YAML: ${error.message.replace(/\.?$/, '.')}`,
      cure: 'Quote text that contains `: ` or begins with a special character.',
    }));
  }
  const lineOf = (path: readonly PropertyKey[]) => lines.linePos(offsetOf(document, path)).line + 1;
  const markdown = rest.slice(end.index + end[0].length);
  const markdownLine = text.slice(0, text.length - markdown.length).split('\n').length;
  return { data: document.toJS(), markdown, markdownLine, lineOf };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isRanged(node)) return node.range[0];
  }
  return 0;
}

function isRanged(node: unknown): node is { range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
