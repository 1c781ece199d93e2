import { LineCounter } from 'yaml';
import type { Complaint } from './complaint.ts';
import { parseYaml } from './yaml.ts';

/** A question file taken apart: its YAML with the line of every field, and the Markdown behind it. */
export type QuestionDocument = {
  /** Lists, mappings and, whatever they look like, texts as they were typed. */
  readonly data: unknown;
  /** What YAML would drop from the text without a word. */
  readonly losses: readonly Complaint[];
  readonly markdown: string;
  /** Line of the file on which the Markdown begins, from 1. */
  readonly markdownLine: number;
  /** Line of the file on which a field stands, or its nearest parent that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

const opening = /^---[ \t]*\n/;
const closing = /^---[ \t]*(\n|$)/m;

/**
 * Splits a file at its `---` lines and reads the YAML between them. No value is taken for a number, a truth value, a date
 * or nothing: `1e3`, `yes` and `~` are the text that stands there. Lines end with `\n`.
 */
export function parseQuestionDocument(file: string, text: string): QuestionDocument | readonly Complaint[] {
  const start = opening.exec(text)?.[0].length;
  const rest = text.slice(start ?? 0);
  const end = closing.exec(rest);
  if (start === undefined || end === null) {
    const cure = 'Begin the file with a line `---`, the fields, and another line `---`.';
    const problem = start === undefined ? 'There is none.' : 'It has no end.';
    return [{ file, line: 1, field: 'front matter', problem, cure }];
  }
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  const { data, faults, losses, offsetOf } = parseYaml(rest.slice(0, end.index), lines);
  const lost = losses.map(({ offset, path, problem, cure }) => {
    return { file, line: lineAt(offset), field: path.join('.') || 'front matter', problem, cure };
  });
  if (data === null) {
    const invalid = faults.map(({ offset, problem, cure }) => {
      return { file, line: lineAt(offset), field: 'front matter', problem, cure };
    });
    const empty = { file, line: 1, field: 'front matter', problem: 'It is empty.', cure: 'Add the fields.' };
    const found = [...invalid, ...lost];
    return found.length > 0 ? found : [empty];
  }
  const markdown = rest.slice(end.index + end[0].length);
  const markdownLine = text.slice(0, text.length - markdown.length).split('\n').length;
  return { data, losses: lost, markdown, markdownLine, lineOf: (path) => lineAt(offsetOf(path)) };
}
