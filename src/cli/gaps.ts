import { stringify } from 'yaml';
import type { AliasProposals } from '../app/look-up/alias-proposals.ts';
import { proposeAliases } from '../app/look-up/alias-proposals.ts';
import type { Log } from '../app/ports.ts';
import type { Gap } from '../app/store/gap.ts';
import { readBank } from '../bank/bank.ts';
import { bankNameOf, bareId } from '../core/bank-name.ts';
import type { Location } from '../storage/engine.ts';
import { readCounts } from '../storage/read-counts.ts';
import type { Print } from './print.ts';

const gapsShown = 50;

/** More than a database holds. */
const everything = 100_000;

const kinds: Readonly<Record<Gap['kind'], string>> = {
  unanswered: 'unanswered',
  partial: 'partial',
  unsure: 'not sure',
  'down-voted': 'down-voted',
};

type Where = { readonly location: Location; readonly all: boolean; readonly print: Print; readonly log: Log };

/** `bank gaps`: what people asked without finding an answer, or a good one, most frequent first. */
export async function listGaps({ location, all, print, log }: Where): Promise<number> {
  const gaps = await readCounts(location, (counts) => counts.gaps.list(all ? everything : gapsShown), log);
  if (gaps.length === 0) print.line('No gaps: nothing was asked in vain so far.');
  for (const { kind, query, question, count } of gaps) {
    const about = aboutWords(kind, question);
    print.line(`${String(count).padStart(5)}  ${kinds[kind].padEnd(10)}  ${query}${about}`);
  }
  return 0;
}

function aboutWords(kind: Gap['kind'], question: string): string {
  if (question === '') return '';
  if (bareId(question) === '') return ` (in the bank ${bankNameOf(question)})`;
  return ` (${kind === 'down-voted' ? 'was shown' : 'closest:'} ${question})`;
}

/**
 * `bank gaps --aliases`: prints aliases to paste into question files, as YAML with the counts as comments; what was left
 * out goes to where errors go, so that it is not pasted.
 */
export async function listAliases(directory: string, { location, all, print, log }: Where): Promise<number> {
  const clicks = await readCounts(location, (counts) => counts.clicks.list(everything), log);
  const { files } = await readBank(directory);
  const { groups, leftOut } = proposeAliases(
    clicks,
    files.map(({ question }) => question),
    { all },
  );
  if (groups.length === 0) print.line('No aliases to propose so far.');
  for (const { question, aliases } of groups) {
    const file = files.find((candidate) => candidate.question.id === question);
    print.line(`# ${file?.file}: ${file?.question.title}`);
    for (const { alias, opened, against, partly } of aliases) {
      const down = against === 0 ? '' : `, 👎 ${against}×`;
      print.line(
        `  # opened ${opened}×${down}${partly ? ', as a partial answer; take it only if it is a whole one' : ''}`,
      );
      print.line(`  ${partly ? '# ' : ''}${stringify([alias], { lineWidth: 0 }).trimEnd()}`);
    }
  }
  const rest = describeLeftOut(leftOut);
  if (rest !== '') print.error(`Left out: ${rest}.`);
  return 0;
}

function describeLeftOut(leftOut: AliasProposals['leftOut']): string {
  const reasons = [
    [leftOut.rare, 'opened by too few (--all shows them)'],
    [leftOut.rejected, 'with as many 👎'],
    [leftOut.disputed, 'for which people opened different questions'],
    [leftOut.said, 'that a title, an alias or an error says already'],
    [leftOut.long, 'too long for an alias'],
    [leftOut.gone, 'of questions that the bank no longer has'],
  ] as const;
  return reasons
    .filter(([count]) => count > 0)
    .map(([count, reason]) => `${count} ${reason}`)
    .join(', ');
}
