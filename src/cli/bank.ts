import { loadBank, readBank } from '../bank/bank.ts';
import type { Complaint } from '../bank/complaint.ts';
import { formatComplaint } from '../bank/complaint.ts';
import { longestIsCorrect } from '../bank/lint.ts';
import { runSnippets } from '../bank/python.ts';
import { collectSnippets, compareSnippets } from '../bank/snippets.ts';
import { levels, topics } from '../core/question.ts';
import type { Print } from './print.ts';

/** Share of items whose key is the single longest option: outside of this, length gives answers away (or rules them out). */
const longestShare = { least: 0.1, most: 0.4, from: 20 };

/** `bank check`: every fault with file, line, field and cure. Exit code 1 when there is one. */
export async function checkBank(directory: string, print: Print): Promise<number> {
  const { files, complaints } = await readBank(directory);
  if (complaints.length > 0) return report(complaints, print);
  const items = files.flatMap(({ question }) => question.items).length;
  const share = longestIsCorrect(files);
  if (items >= longestShare.from && (share < longestShare.least || share > longestShare.most)) {
    print.error(
      `The correct option is the single longest in ${percent(share)} of ${items} items. Lengthen or shorten some: about a quarter is right.`,
    );
    return 1;
  }
  print.line(
    `${files.length} questions and ${items} items, no fault. The correct option is the single longest in ${percent(share)} of the items.`,
  );
  return 0;
}

/** `bank snippets`: runs every marked block and every proof against the PyTorch of this machine. Exit code 1 on a difference. */
export async function checkSnippets(directory: string, print: Print): Promise<number> {
  const { files, complaints } = await readBank(directory);
  if (complaints.length > 0) return report(complaints, print);
  const snippets = files.flatMap(collectSnippets);
  const { torch, python, results } = await runSnippets(snippets);
  const differences = compareSnippets(snippets, results);
  const skipped = snippets.filter(({ key }) => results.some((result) => result.key === key && result.skipped));
  for (const { file, minTorch } of skipped) print.line(`skipped ${file}: needs PyTorch ${minTorch}, this is ${torch}`);
  const proofs = snippets.filter(({ output }) => output === null).length;
  print.line(
    `PyTorch ${torch} (${python}): ran ${snippets.length - skipped.length} of ${snippets.length} snippets (${snippets.length - proofs} blocks, ${proofs} proofs), skipped ${skipped.length}.`,
  );
  return differences.length > 0 ? report(differences, print) : 0;
}

/** `bank export`: the whole bank as one JSON array. */
export async function exportBank(directory: string, print: Print): Promise<number> {
  const questions = await loadBank(directory);
  print.line(
    JSON.stringify(
      questions.map(({ body: _, ...question }) => question),
      null,
      2,
    ),
  );
  return 0;
}

/** `bank stats`: how many questions and items each topic and level has. */
export async function bankStatistics(directory: string, print: Print): Promise<number> {
  const questions = await loadBank(directory);
  print.line(['topic'.padEnd(14), ...levels.map((level) => level.padStart(8)), 'items'.padStart(8)].join(''));
  for (const topic of topics) {
    const some = questions.filter((question) => question.topic === topic);
    const byLevel = levels.map((level) => some.filter((question) => question.level === level).length);
    print.line(
      [
        topic.padEnd(14),
        ...[...byLevel, some.flatMap(({ items }) => items).length].map((count) => String(count).padStart(8)),
      ].join(''),
    );
  }
  return 0;
}

function report(complaints: readonly Complaint[], print: Print): number {
  for (const complaint of complaints) print.error(formatComplaint(complaint));
  print.error(`${complaints.length} ${complaints.length === 1 ? 'fault' : 'faults'}.`);
  return 1;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
