import { LineCounter } from 'yaml';
import type { Complaint } from './complaint.ts';
import { parseYaml } from './yaml.ts';

/** A question file split into its YAML, with the line of every field, and the Markdown after it. */
export type QuestionDocument = {
  /** Lists, mappings and texts; every scalar is the text as typed, whatever it looks like. */
  readonly data: unknown;
  /** What YAML would silently drop from the text. */
  readonly losses: readonly Complaint[];
  readonly markdown: string;
  /** Line of the file on which the Markdown starts, from 1. */
  readonly markdownLine: number;
  /** Line of the file of a field, or of its nearest existing parent. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

const opening = /^---[ \t]*\n/;
const closing = /^---[ \t]*(\n|$)/m;

/**
 * Splits a file at its `---` lines and parses the YAML between them. No value becomes a number, boolean, date or null:
 * `1e3`, `yes` and `~` stay the text that was typed. Expects `\n` line ends.
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
