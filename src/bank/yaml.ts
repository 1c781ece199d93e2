import type { Document, LineCounter } from 'yaml';
import { Composer, Parser } from 'yaml';
import type { YamlFault } from './yaml-fault.ts';
import { explainErrors } from './yaml-fault.ts';
import type { YamlLoss } from './yaml-loss.ts';
import { findLosses } from './yaml-loss.ts';

export type ParsedYaml = {
  /** Mappings, lists and texts; null if nothing can be parsed. */
  readonly data: unknown;
  readonly faults: readonly YamlFault[];
  /** What would be silently dropped from the text. */
  readonly losses: readonly YamlLoss[];
  /** Offset of a field, or of its nearest existing parent. */
  readonly offsetOf: (path: readonly PropertyKey[]) => number;
};

const tooDeep = {
  problem: 'It is nested too deeply to be read.',
  cure: 'Write it as docs/writing-questions.md shows.',
};

/**
 * Parses YAML so that every scalar is the text that was typed: `1e3`, `yes` and `~` do not become a number, boolean or
 * null. Never throws. `lines` records where the lines start.
 */
export function parseYaml(yaml: string, lines: LineCounter): ParsedYaml {
  try {
    const tokens = [...new Parser(lines.addNewLine).parse(yaml)];
    const [document, second] = new Composer(options).compose(tokens, true, yaml.length);
    if (document === undefined) return unreadable([]);
    const faults = explainErrors(yaml, document, second?.range[0] ?? null);
    if (faults.length > 0) return unreadable(faults);
    return {
      data: readData(document),
      faults,
      losses: findLosses(yaml, tokens),
      offsetOf: (path) => offsetOf(document, path),
    };
  } catch (error) {
    // Catches stack overflows, in the parser's recursion and in ours.
    if (!(error instanceof RangeError)) throw error;
    return unreadable([{ offset: 0, ...tooDeep }]);
  }
}

const options = { schema: 'failsafe', stringKeys: true, prettyErrors: false } as const;

function unreadable(faults: readonly YamlFault[]): ParsedYaml {
  return { data: null, faults, losses: [], offsetOf: () => 0 };
}

/** An alias without an anchor cannot be resolved; aliases are reported as losses anyway. */
function readData(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return null;
  }
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
