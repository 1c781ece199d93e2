import type { Complaint } from './complaint.ts';
import type { Release } from './releases.ts';
import { standingOf } from './releases.ts';
import type { Snippet, SnippetResult } from './snippets.ts';

/** What one release made of the snippets; those that were skipped have no result. */
export type SnippetRun = { readonly release: Release; readonly results: readonly SnippetResult[] };

/** A snippet that not all releases treat alike, with what each of them does with it, in their order. */
export type Difference = { readonly snippet: Snippet; readonly outcomes: readonly string[] };

/** Most characters of an error or a printed line in a table. */
const longestOutcome = 70;

/** Compares what was printed with what the files say. Trailing white space does not count. */
export function compareSnippets(snippets: readonly Snippet[], results: readonly SnippetResult[]): readonly Complaint[] {
  const byKey = new Map(results.map((result) => [result.key, result]));
  return snippets.flatMap((snippet): readonly Complaint[] => {
    const { file, field, line, output } = snippet;
    const result = byKey.get(snippet.key);
    if (result === undefined) {
      const cure = 'Look for a block before it that ends the Python process.';
      return [{ file, line, field, problem: 'It was not run.', cure }];
    }
    if (result.error !== null) {
      const at = result.line === null ? line : line + result.line - 1;
      const problem = `It fails with ${result.error.replace(/\.?$/, '.')}`;
      return [{ file, line: at, field, problem, cure: 'Correct it, or set the releases that it is about.' }];
    }
    if (output === null || trimLines(result.output) === trimLines(output)) return [];
    const problem = `It printed\n${indent(result.output)}\nand the file says\n${indent(output)}\n`;
    return [{ file, line, field, problem, cure: 'Correct the output block or the code.' }];
  });
}

/** The snippets that do not do the same with every release that ran them, also where no release is at fault. */
export function differencesBetween(snippets: readonly Snippet[], runs: readonly SnippetRun[]): readonly Difference[] {
  const maps = runs.map(({ release, results }) => {
    return { release, byKey: new Map(results.map((result) => [result.key, result])) };
  });
  return snippets.flatMap((snippet) => {
    const all = maps.map(({ release, byKey }) => ({ release, result: byKey.get(snippet.key) }));
    const whatCame = all.flatMap(({ result }) =>
      result === undefined ? [] : [JSON.stringify([result.error, trimLines(result.output)])],
    );
    if (new Set(whatCame).size < 2) return [];
    return [{ snippet, outcomes: all.map(({ release, result }) => outcomeOf(snippet, release, result)) }];
  });
}

function outcomeOf(snippet: Snippet, release: Release, result: SnippetResult | undefined): string {
  if (result === undefined) return 'not run';
  const aside = standingOf(snippet.span, release.version) === 'covered' ? '' : ' (outside its bounds)';
  return `${whatCameOf(snippet, result)}${aside}`;
}

function whatCameOf({ output }: Snippet, result: SnippetResult): string {
  if (result.error !== null) return `fails: ${shortened(result.error)}`;
  const printed = trimLines(result.output).split('\n');
  const written = output === null ? printed : trimLines(output).split('\n');
  const first = printed.findIndex((line, index) => line !== written[index]);
  if (first >= 0) return `prints ${shortened(printed[first] ?? '')}`;
  return printed.length < written.length ? 'prints less' : 'as written';
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > longestOutcome ? `${line.slice(0, longestOutcome - 1)}…` : line;
}

function trimLines(text: string): string {
  return text.replace(/[ \t]+$/gm, '').trim();
}

function indent(text: string): string {
  return trimLines(text).replace(/^/gm, '    ');
}
