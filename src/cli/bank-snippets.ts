import { readBank } from '../bank/bank.ts';
import type { Complaint } from '../bank/complaint.ts';
import { runSnippets } from '../bank/python.ts';
import type { Snippet } from '../bank/snippets.ts';
import { collectSnippets, compareSnippets } from '../bank/snippets.ts';
import { printGroup } from './bank.ts';
import type { Print } from './print.ts';

/**
 * `bank snippets`: runs every marked block and every proof with this machine's PyTorch. Exit code 1 if an output
 * differs.
 */
export async function checkSnippets(directory: string, print: Print): Promise<number> {
  const { files, complaints } = await readBank(directory);
  if (complaints.length > 0) return report(complaints, print);
  const snippets = files.flatMap(collectSnippets);
  const { torch, python, results } = await runSnippets(snippets);
  const differences = compareSnippets(snippets, results);
  const skipped = snippets.filter(({ key }) => results.some((result) => result.key === key && result.skipped));
  for (const snippet of skipped)
    print.line(`skipped ${snippet.file}: needs PyTorch ${releasesOf(snippet)}, this is ${torch}`);
  const proofs = snippets.filter(({ output }) => output === null).length;
  print.line(
    `PyTorch ${torch} (${python}): ran ${snippets.length - skipped.length} of ${snippets.length} snippets (${snippets.length - proofs} blocks, ${proofs} proofs), skipped ${skipped.length}.`,
  );
  return differences.length > 0 ? report(differences, print) : 0;
}

/** `2.6 or newer`, `2.12 or older`, `2.6 to 2.12`. */
function releasesOf({ minTorch, maxTorch }: Pick<Snippet, 'minTorch' | 'maxTorch'>): string {
  if (minTorch !== null && maxTorch !== null) return `${minTorch} to ${maxTorch}`;
  return minTorch === null ? `${maxTorch} or older` : `${minTorch} or newer`;
}

function report(complaints: readonly Complaint[], print: Print): number {
  printGroup(complaints, 'fault', print);
  return 1;
}
