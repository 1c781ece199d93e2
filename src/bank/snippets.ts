import type { Complaint } from './complaint.ts';
import type { Fence } from './markdown.ts';
import { outputFence } from './markdown.ts';
import type { QuestionFile } from './question-file.ts';
import type { Release, Span } from './releases.ts';
import { spanOf, standingOf } from './releases.ts';

/** What a snippet needs: `processes`, to be a script file in a process of its own that may start others; `gpu`, a GPU. */
export type Need = 'processes' | 'gpu';

/** A piece of Python from the bank to run, and what it must print; null if it only must not fail. */
export type Snippet = {
  readonly key: string;
  readonly file: string;
  readonly field: string;
  /** Line of the file on which the code starts, from 1. */
  readonly line: number;
  readonly code: string;
  readonly span: Span;
  readonly needs: readonly Need[];
  readonly output: string | null;
};

/** Why a snippet is not run: the release stands outside of its file's bounds, or the machine has no GPU. */
export type Skip = 'older' | 'newer' | 'no-gpu';

/** The result of one snippet. */
export type SnippetResult = {
  readonly key: string;
  readonly output: string;
  readonly error: string | null;
  /** Line of the snippet that failed, from 1. */
  readonly line: number | null;
};

const needs: readonly Need[] = ['processes', 'gpu'];

const runnable = /^python\s+run\b/;

/** The first line of a proof that needs something, since a proof has no fence to say so: `# run: processes`. */
const needsOfProof = /^#\s*run:([\w ]*)/;

/** Every block marked `python run` with the `output` block after it, and every proof of an item. */
export function collectSnippets({ file, fields, fences, lineOf }: QuestionFile): readonly Snippet[] {
  const span = spanOf(fields);
  const blocks = fences.flatMap((fence, index) => {
    if (!runnable.test(fence.info)) return [];
    const next = fences[index + 1];
    const output = next?.info === outputFence ? next.code : null;
    const place = { key: `${file}#${fence.line}`, file, field: 'answer', line: fence.line + 1 };
    return [{ ...place, code: fence.code, span, needs: knownNeeds(marksOf(fence)), output }];
  });
  const proofs = fields.items.flatMap(({ proof }, index) => {
    if (proof === undefined) return [];
    const line = lineOf(['items', index, 'proof']) + 1;
    const place = { key: `${file}#${line}`, file, field: `items.${index}.proof`, line };
    const marks = words(needsOfProof.exec(proof)?.[1] ?? '');
    return [{ ...place, code: proof, span, needs: knownNeeds(marks), output: null }];
  });
  return [...blocks, ...proofs];
}

/** Null if the snippet is to be run with this release. */
export function whySkipped({ span, needs: needed }: Snippet, { version, gpu }: Release): Skip | null {
  const standing = standingOf(span, version);
  if (standing !== 'covered') return standing;
  return needed.includes('gpu') && !gpu ? 'no-gpu' : null;
}

/** Faults that can be found without Python: blocks and outputs without each other, and marks that mean nothing. */
export function lintSnippets({ file, fences, fields, lineOf }: QuestionFile): readonly Complaint[] {
  const blocks = fences.flatMap((fence, index) => {
    const fault = faultOf(fence, fences[index - 1], fences[index + 1]);
    return fault === null ? [] : [{ file, line: fence.line, field: 'answer', ...fault }];
  });
  const proofs = fields.items.flatMap(({ proof }, index) => {
    const unknown = unknownMark(words(needsOfProof.exec(proof ?? '')?.[1] ?? ''));
    if (unknown === null) return [];
    return [{ file, line: lineOf(['items', index, 'proof']) + 1, field: `items.${index}.proof`, ...unknown }];
  });
  return [...blocks, ...proofs];
}

type Remark = Pick<Complaint, 'problem' | 'cure'>;

function faultOf(fence: Fence, before: Fence | undefined, after: Fence | undefined): Remark | null {
  if (fence.info === outputFence && !runnable.test(before?.info ?? '')) {
    const problem = 'This output has no runnable block before it.';
    return { problem, cure: 'Mark the block before it `python run`.' };
  }
  if (!runnable.test(fence.info)) return null;
  if (after?.info !== outputFence) {
    const problem = 'This block is run, but what it prints is not shown.';
    return { problem, cure: 'Add a fenced block `output` behind it.' };
  }
  return unknownMark(marksOf(fence));
}

/** A slip in a mark would have the block run in another way than was meant. */
function unknownMark(marks: readonly string[]): Remark | null {
  const unknown = marks.find((mark) => !needs.some((need) => need === mark));
  if (unknown === undefined) return null;
  return { problem: `“${unknown}” is no mark of a block that is run.`, cure: `Write ${needs.join(' or ')}.` };
}

function marksOf({ info }: Fence): readonly string[] {
  return words(info.replace(runnable, ''));
}

function knownNeeds(marks: readonly string[]): readonly Need[] {
  return needs.filter((need) => marks.includes(need));
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
