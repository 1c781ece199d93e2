import type { Complaint } from './complaint.ts';
import { outputFence } from './markdown.ts';
import type { QuestionFile } from './question-file.ts';

/** A piece of Python from the bank to run, and what it must print; null if it only must not fail. */
export type Snippet = {
  readonly key: string;
  readonly file: string;
  readonly field: string;
  /** Line of the file on which the code starts, from 1. */
  readonly line: number;
  readonly code: string;
  /** The oldest and the newest PyTorch that runs it, both included; null where any older or newer one does. */
  readonly minTorch: string | null;
  readonly maxTorch: string | null;
  readonly output: string | null;
};

/** The result of one snippet. */
export type SnippetResult = {
  readonly key: string;
  /** True if this PyTorch is older than the file's `min_torch`, or newer than its `max_torch`. */
  readonly skipped: boolean;
  readonly output: string;
  readonly error: string | null;
  /** Line of the snippet that failed, from 1. */
  readonly line: number | null;
};

const runnable = /^python\s+run$/;

/** Every block marked `python run` with the `output` block after it, and every proof of an item. */
export function collectSnippets({ file, fields, fences, lineOf }: QuestionFile): readonly Snippet[] {
  const releases = { minTorch: fields.min_torch ?? null, maxTorch: fields.max_torch ?? null };
  const blocks = fences.flatMap((fence, index) => {
    if (!runnable.test(fence.info)) return [];
    const next = fences[index + 1];
    const output = next?.info === outputFence ? next.code : null;
    return [
      {
        key: `${file}#${fence.line}`,
        file,
        field: 'answer',
        line: fence.line + 1,
        code: fence.code,
        ...releases,
        output,
      },
    ];
  });
  const proofs = fields.items.flatMap(({ proof }, index) => {
    if (proof === undefined) return [];
    const line = lineOf(['items', index, 'proof']) + 1;
    return [
      { key: `${file}#${line}`, file, field: `items.${index}.proof`, line, code: proof, ...releases, output: null },
    ];
  });
  return [...blocks, ...proofs];
}

/** Faults that can be found without Python: an `output` block that follows no code, a runnable block without output. */
export function lintSnippets({ file, fences }: QuestionFile): readonly Complaint[] {
  return fences.flatMap((fence, index): readonly Complaint[] => {
    if (fence.info === outputFence && !runnable.test(fences[index - 1]?.info ?? '')) {
      return [
        {
          file,
          line: fence.line,
          field: 'answer',
          problem: 'This output has no runnable block before it.',
          cure: 'Mark the block before it `python run`.',
        },
      ];
    }
    if (runnable.test(fence.info) && fences[index + 1]?.info !== outputFence) {
      return [
        {
          file,
          line: fence.line,
          field: 'answer',
          problem: 'This block is run, but what it prints is not shown.',
          cure: 'Add a fenced block `output` behind it.',
        },
      ];
    }
    return [];
  });
}

/** Compares what was printed with what the files say. Trailing white space does not count. */
export function compareSnippets(snippets: readonly Snippet[], results: readonly SnippetResult[]): readonly Complaint[] {
  const byKey = new Map(results.map((result) => [result.key, result]));
  return snippets.flatMap((snippet): readonly Complaint[] => {
    const { file, field, line, output } = snippet;
    const result = byKey.get(snippet.key);
    if (result === undefined)
      return [
        {
          file,
          line,
          field,
          problem: 'It was not run.',
          cure: 'Look for a block before it that ends the Python process.',
        },
      ];
    if (result.skipped) return [];
    if (result.error !== null) {
      const at = result.line === null ? line : line + result.line - 1;
      return [
        {
          file,
          line: at,
          field,
          problem: `It fails with ${result.error.replace(/\.?$/, '.')}`,
          cure: 'Correct it, or set min_torch or max_torch if it needs a newer or an older PyTorch.',
        },
      ];
    }
    if (output === null || trimLines(result.output) === trimLines(output)) return [];
    return [
      {
        file,
        line,
        field,
        problem: `It printed\n${indent(result.output)}\nand the file says\n${indent(output)}\n`,
        cure: 'Correct the output block or the code.',
      },
    ];
  });
}

function trimLines(text: string): string {
  return text.replace(/[ \t]+$/gm, '').trim();
}

function indent(text: string): string {
  return trimLines(text).replace(/^/gm, '    ');
}
