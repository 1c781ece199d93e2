import type { ApiUses, Judgement } from '../bank/api.ts';
import { collectApi, compareApi } from '../bank/api.ts';
import { readBank } from '../bank/bank.ts';
import { sortComplaints } from '../bank/complaint.ts';
import { findReleases, judgeApi } from '../bank/python.ts';
import type { Release } from '../bank/releases.ts';
import { standingOf } from '../bank/releases.ts';
import { printGroup } from './bank.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';

/**
 * `bank verify-api`: holds every dotted name, call and default that the texts give against this machine's PyTorch, or against
 * that of each Python that is given; a file's bounds say which releases it is about. Exit code 1 if one is not so.
 */
export async function verifyApi(directory: string, print: Print, pythons: readonly string[] = []): Promise<number> {
  const { files, complaints } = await readBank(directory);
  printGroup(complaints, 'fault', print);
  if (complaints.length > 0) return 1;
  const all = files.map(collectApi);
  let isRight = true;
  for (const release of await findReleases(pythons)) {
    const uses = all.filter(({ span }) => standingOf(span, release.version) === 'covered');
    const request = uses.map(({ scope, names, calls, defaults }) => ({ scope, names, calls, defaults }));
    const judgement = await judgeApi(request, release);
    const faults = sortComplaints(compareApi(uses, judgement));
    print.line(summaryOf(release, uses, judgement));
    printGroup(faults, 'fault', print);
    isRight &&= faults.length === 0;
  }
  return isRight ? 0 : 1;
}

function summaryOf({ version, python }: Release, uses: readonly ApiUses[], { judged, absent }: Judgement): string {
  const missing = uses.flatMap(({ missing: some }) => some).length;
  const held = `${counted(judged.names, 'name')}, ${counted(judged.calls, 'call')} and ${counted(judged.defaults, 'default')}`;
  const meant = missing === 0 ? '' : ` ${counted(missing, 'name')} ${missing === 1 ? 'is' : 'are'} missing on purpose.`;
  const left = absent.length === 0 ? '' : ` Not looked at, since they cannot be imported: ${absent.join(', ')}.`;
  return `PyTorch ${version} (${python}): looked at ${held} in ${counted(uses.length, 'question')}.${meant}${left}`;
}
