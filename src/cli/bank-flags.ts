import { createBankIndex } from '../app/bank-index.ts';
import type { Log } from '../app/ports.ts';
import type { FlaggedItem } from '../app/store/flag.ts';
import { people } from '../app/views/numbers.ts';
import { loadBank } from '../bank/load.ts';
import { itemKey } from '../core/asked-item.ts';
import { contentDigest } from '../ops/digest.ts';
import type { Location } from '../storage/engine.ts';
import { changeFlags, readCounts } from '../storage/read-counts.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';

type Where = { readonly location: Location; readonly print: Print; readonly log: Log };

/** What became of an item since it was flagged. */
type Since = 'unchanged' | 'changed' | 'gone';

type Listed = FlaggedItem & { readonly since: Since; readonly stem: string; readonly rests: boolean };

/**
 * `bank flags`: what people say is wrong, by most people first, with their lines and whether the item has changed since.
 * `rest`: so many people let an item rest; null for never.
 */
export async function listFlags(
  directory: string,
  { rest, json, ...where }: Where & { readonly rest: number | null; readonly json: boolean },
): Promise<number> {
  const flagged = await flaggedIn(directory, rest, where);
  const { print } = where;
  if (json) {
    const rows = flagged.map(({ question, item, people: count, remarks, first, last, since, rests, stem }) => ({
      ...{ question, item, people: count, remarks, since, rests },
      ...{ first: new Date(first).toISOString(), last: new Date(last).toISOString(), stem },
    }));
    print.line(JSON.stringify(rows, null, 2));
    return 0;
  }
  if (flagged.length === 0) print.line('Nobody says that anything is wrong.');
  for (const { question, item, people: count, remarks, since, rests, stem } of flagged) {
    const notes = [...(since === 'unchanged' ? [] : [notesOf[since]]), ...(rests ? ['rests'] : [])];
    const note = notes.length === 0 ? '' : `  (${notes.join(', ')})`;
    print.line(`${people(count).padStart(10)}  ${itemKey(question, item)}${note}`);
    print.line(`            ${stem.replaceAll(/\s+/g, ' ')}`);
    for (const remark of remarks) print.line(`            “${remark}”`);
  }
  return 0;
}

const notesOf = { changed: 'changed since', gone: 'no longer in the bank' } as const;

/** `bank flags --clear ID`: an item, or all of a question, was looked at. Exit code 1 if nothing was flagged there. */
export async function clearFlags(id: string, { location, print, log }: Where): Promise<number> {
  const [question = '', item = null] = id.split('#');
  const settled = await changeFlags(location, (flags) => flags.lookAt(question, item), log);
  if (settled === 0) {
    print.error(`Nothing is flagged of ${id}; npm run bank -- flags lists what is.`);
    return 1;
  }
  print.line(`${counted(settled, 'flag')} of ${id} ${settled === 1 ? 'counts' : 'count'} no more.`);
  return 0;
}

async function flaggedIn(directory: string, rest: number | null, { location, log }: Where): Promise<readonly Listed[]> {
  const bank = createBankIndex(await loadBank(directory), contentDigest);
  return readCounts(
    location,
    async (counts) => {
      const flagged = await counts.flags.list();
      const asked = await bank.allAsked(
        counts,
        flagged.map(({ asked: hash }) => hash),
      );
      return flagged.map((each): Listed => {
        const present = bank.item(each.question, each.item);
        const since = present === undefined ? 'gone' : present.hash === each.asked ? 'unchanged' : 'changed';
        const rests = since === 'unchanged' && rest !== null && each.people >= rest;
        return { ...each, since, rests, stem: asked.get(each.asked)?.item.stem ?? '' };
      });
    },
    log,
  );
}
