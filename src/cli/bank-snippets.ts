import { readBank } from '../bank/bank.ts';
import type { Complaint } from '../bank/complaint.ts';
import { findReleases, runSnippets } from '../bank/python.ts';
import type { Release } from '../bank/releases.ts';
import { standingOf } from '../bank/releases.ts';
import type { SnippetRun } from '../bank/snippet-results.ts';
import { compareSnippets, differencesBetween } from '../bank/snippet-results.ts';
import type { Snippet } from '../bank/snippets.ts';
import { collectSnippets, whySkipped } from '../bank/snippets.ts';
import { printGroup } from './bank.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';
import { tableOf } from './table.ts';

/**
 * `bank snippets`: runs every marked block and every proof with this machine's PyTorch, or with each of the Pythons that
 * are given; then also what their files do not vouch for, and prints what differs. Exit code 1 if one that a file's bounds
 * cover does not do what the file says.
 */
export async function checkSnippets(directory: string, print: Print, pythons: readonly string[] = []): Promise<number> {
  const { files, complaints } = await readBank(directory);
  if (complaints.length > 0) return report(complaints, print);
  const snippets = files.flatMap(collectSnippets);
  const releases = await findReleases(pythons);
  const runs: SnippetRun[] = [];
  let isRight = true;
  // One after the other, since each uses all processors.
  for (const release of releases) {
    const chosen = snippets.filter((snippet) => isToRun(snippet, release, releases.length > 1));
    const results = await runSnippets(chosen, release);
    runs.push({ release, results });
    const covered = chosen.filter(({ span }) => standingOf(span, release.version) === 'covered');
    const faults = compareSnippets(covered, results);
    printRun(snippets, chosen, release, print);
    if (faults.length > 0) report(faults, print);
    isRight &&= faults.length === 0;
  }
  if (runs.length > 1) printDifferences(snippets, runs, print);
  return isRight ? 0 : 1;
}

/** A comparison runs also what a release is not asked for: it may show that a bound is wrong. */
function isToRun(snippet: Snippet, release: Release, compares: boolean): boolean {
  const skip = whySkipped(snippet, release);
  if (skip === null) return true;
  return compares && (release.gpu || !snippet.needs.includes('gpu'));
}

function printRun(all: readonly Snippet[], chosen: readonly Snippet[], release: Release, print: Print): void {
  const skipped = all.filter((snippet) => !chosen.includes(snippet));
  for (const snippet of skipped) {
    print.line(`skipped ${snippet.file}:${snippet.line}: needs ${needOf(snippet, release)}`);
  }
  const proofs = all.filter(({ output }) => output === null).length;
  const apart = chosen.filter(({ needs }) => needs.includes('processes')).length;
  const ofThese = apart === 0 ? '' : `, ${apart} in processes of their own`;
  print.line(
    `PyTorch ${release.version} (${release.python}): ran ${chosen.length} of ${all.length} snippets (${all.length - proofs} blocks, ${proofs} proofs)${ofThese}, skipped ${skipped.length}.`,
  );
}

function needOf(snippet: Snippet, release: Release): string {
  const skip = whySkipped(snippet, release);
  if (skip === 'older') return `PyTorch ${snippet.span.oldest}, this is ${release.version}`;
  if (skip === 'newer') return `PyTorch ${snippet.span.newest} or older, this is ${release.version}`;
  return 'a GPU';
}

function printDifferences(snippets: readonly Snippet[], runs: readonly SnippetRun[], print: Print): void {
  const differences = differencesBetween(snippets, runs);
  if (differences.length === 0) {
    print.line('Nothing differs between them.');
    return;
  }
  print.line(
    `${counted(differences.length, 'snippet')} ${differences.length === 1 ? 'differs' : 'differ'} between them:`,
  );
  const heads = runs.map(({ release }) => release.version);
  const rows = differences.map(({ snippet, outcomes }) => [
    `${snippet.file}:${snippet.line} ${snippet.field}`,
    ...outcomes,
  ]);
  for (const line of tableOf([['snippet', ...heads], ...rows])) print.line(line);
}

function report(complaints: readonly Complaint[], print: Print): number {
  printGroup(complaints, 'fault', print);
  return 1;
}
