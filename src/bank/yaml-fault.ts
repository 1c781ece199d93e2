import type { Document, ErrorCode, YAMLError } from 'yaml';
import { isScalar, visit } from 'yaml';

/** A YAML syntax error, explained to the author of a question. */
export type YamlFault = {
  /** Offset in the YAML. */
  readonly offset: number;
  readonly problem: string;
  readonly cure: string;
};

type Words = readonly [problem: string, cure: string];

const quoteIt = 'Put the whole value in quotes.';

/** Common mistakes, by the parser's error code. Others are reported in the parser's own words. */
const words: Partial<Record<ErrorCode, Words>> = {
  BLOCK_AS_IMPLICIT_KEY: [
    'A `: ` within a value begins a field of its own.',
    'Put the whole value in quotes, or indent the next line as its neighbours are.',
  ],
  DUPLICATE_KEY: ['This field stands twice, and only the last would count.', 'Remove one of them.'],
  TAB_AS_INDENT: ['A tab indents this line.', 'Indent with spaces.'],
  BAD_INDENT: ['This line is indented otherwise than its neighbours.', 'Indent it as they are.'],
  BAD_SCALAR_START: ['A value cannot begin with this character.', quoteIt],
  BAD_DQ_ESCAPE: [
    'In double quotes a backslash begins an escape, and this is none.',
    'Use single quotes, or write the backslash twice.',
  ],
  BAD_ALIAS: ['A value cannot begin with `*` or `&`.', quoteIt],
  UNEXPECTED_TOKEN: ['The text goes on where a quote, a bracket, `|` or `>` has ended it.', quoteIt],
  RESOURCE_EXHAUSTION: ['It is nested too deeply to be read.', 'Write it as docs/writing-questions.md shows.'],
};

/**
 * The syntax errors of a document, one per line. An unclosed quote swallows what follows, and causes all errors after
 * it: then only the place where it opens is reported. `second` is the offset of a second document after the first.
 */
export function explainErrors(yaml: string, document: Document.Parsed, second: number | null): readonly YamlFault[] {
  // Tags are reported as losses instead.
  const errors = [...document.errors, ...document.warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')];
  const open = errors.length === 0 ? [] : quotesOverLines(yaml, document);
  if (open.length > 0) {
    return open.map((offset) => ({
      offset,
      problem: 'The quote that opens here is not closed on its line.',
      cure: 'Close it, or put the value in quotes of the other kind if it holds this one.',
    }));
  }
  if (errors.length === 0 && second !== null) {
    return [
      { offset: second, problem: 'A line `...` has ended the fields before this one.', cure: 'Remove that line.' },
    ];
  }
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  return firstOfEachLine(yaml, tabs.length > 0 ? tabs : errors).map(({ code, message, pos }) => {
    const [problem, cure] = words[code] ?? [
      `It is no valid YAML: ${message.replace(/\.?$/, '.')}`,
      'Quote text that contains `: ` or begins with a special character, and indent each line as its neighbours are.',
    ];
    return { offset: pos[0], problem, cure };
  });
}

function quotesOverLines(yaml: string, document: Document.Parsed): readonly number[] {
  const offsets: number[] = [];
  visit(document, (_, node) => {
    if (!isScalar(node) || !node.type?.startsWith('QUOTE_') || !node.range) return;
    const source = yaml.slice(node.range[0], node.range[1]);
    if (source.includes('\n') || source.length < 2 || source.at(-1) !== source[0]) offsets.push(node.range[0]);
  });
  return offsets;
}

function firstOfEachLine(yaml: string, errors: readonly YAMLError[]): readonly YAMLError[] {
  const lines = new Set<number>();
  return errors.filter(({ pos }) => {
    const beginning = yaml.lastIndexOf('\n', pos[0] - 1);
    return !lines.has(beginning) && lines.add(beginning);
  });
}
