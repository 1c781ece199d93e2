import { createBankIndex } from '../app/bank-index.ts';
import { createLibrary } from '../app/banks/library.ts';
import type { Log } from '../app/ports.ts';
import type { Unit } from '../app/store/store.ts';
import type { Suggestion } from '../app/store/suggestion.ts';
import { createCheckNow } from '../app/suggestions/checking.ts';
import type { Decision } from '../app/suggestions/deciding.ts';
import { decideAsRead } from '../app/suggestions/deciding.ts';
import { createFiling } from '../app/suggestions/filing.ts';
import { loadBank } from '../bank/load.ts';
import type { BankPlaces } from '../bank/load-banks.ts';
import { loadBanks } from '../bank/load-banks.ts';
import { readSuggestion, toWord } from '../core/suggestion.ts';
import { contentDigest } from '../ops/digest.ts';
import type { Location } from '../storage/engine.ts';
import { changeEverything, readEverything } from '../storage/read-counts.ts';
import { createSuggestionDesk, writeQuestionFiles } from '../suggestions.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';

type Where = { readonly location: Location; readonly print: Print; readonly log: Log };

/** The banks, and where accepted suggestions of the default one are written; null for nowhere. */
type Banks = BankPlaces & { readonly folder: string | null };

/** `bank suggestions`: what waits to be decided, and what was accepted and is no file yet, each with what it asks. */
export async function listSuggestions({ location, print, log }: Where): Promise<number> {
  const { open, accepted } = await readEverything(location, suggestionsOf, log);
  if (open.length + accepted.length === 0) print.line('No suggestion waits, and none is to be exported.');
  for (const [state, some] of [['waits', open] as const, ['accepted', accepted] as const]) {
    for (const each of some) printOne(each, state, print);
  }
  if (accepted.length > 0) {
    print.line(
      `${counted(accepted.length, 'accepted question')} can be exported: npm run bank -- suggestions --export FOLDER`,
    );
  }
  return 0;
}

async function suggestionsOf({ suggestions }: Unit) {
  return { open: await suggestions.inState('open', null), accepted: await suggestions.inState('accepted', null) };
}

function printOne({ id, text, name, at }: Suggestion, state: string, print: Print): void {
  const { stem, code, options, why, source } = readSuggestion(text);
  const by = name === null ? '' : `, by ${name.replaceAll(/\s+/g, ' ')}`;
  print.line(
    `${state.padEnd(8)}  ${id}  ${text.topic}, ${text.level}, ${new Date(at).toISOString().slice(0, 10)}${by}`,
  );
  const indented = (line: string) => print.line(`            ${line}`);
  indented(stem);
  for (const line of code?.split('\n') ?? []) indented(`    ${line}`);
  for (const { text: option, correct, why: said } of options) {
    indented(`${correct ? '*' : '-'} ${option}${correct || said === null ? '' : ` -- ${said}`}`);
  }
  indented([why, source].filter((part) => part !== null && part !== '').join(' '));
}

/** `bank suggestions --accept ID`. Exit code 1 if none of that id waits, or a rule of the bank stops it. */
export async function acceptSuggestion(id: string, banks: Banks, where: Where): Promise<number> {
  const { location, print, log } = where;
  const open = await openOf(id, where);
  if (open === null) return 1;
  const desk = createSuggestionDesk({ ...banks, useBank: async () => {} });
  const read = await loadBanks(banks, loadBank);
  const library = createLibrary(
    new Map(read.map((bank) => [bank.subject.bank ?? '', createBankIndex(bank, contentDigest)])),
  );
  // Whether a look-up finds it already is advice, which whoever decides here does not need.
  const nothing = { verdict: 'nothing', confidence: 0, hits: [] } as const;
  const checked = await createCheckNow({ desk, library, search: () => ({ search: () => nothing }) })(open.text);
  if (checked.file === null || checked.question === null) {
    for (const { says } of checked.remarks.filter(({ stops }) => stops)) print.error(says);
    print.error('So it cannot be accepted; whoever manages the bot can mend it in the chat.');
    return 1;
  }
  const { file, question } = checked;
  if (!(await settle(open, { kind: 'accepted', file, title: question.title }, where))) return 1;
  const transact = <Result>(work: (unit: Unit) => Promise<Result>) => changeEverything(location, work, log);
  const filed = await createFiling({ store: { transact }, desk, log })();
  const isKept = filed === 'kept' || filed === 'failed' || file.bank !== '';
  const named = file.bank === '' ? '' : ` --bank ${file.bank}`;
  print.line(
    isKept
      ? `Accepted as ${file.path}. npm run bank -- suggestions --export FOLDER${named} writes it.`
      : `Accepted, and written as ${file.path} into ${banks.folder ?? ''}. A bot that is running asks it after its next start.`,
  );
  return 0;
}

/** `bank suggestions --decline ID --because WORDS`, which its author is told. Exit code 1 if none of that id waits. */
export async function declineSuggestion(id: string, because: string, where: Where): Promise<number> {
  const open = await openOf(id, where);
  const word = toWord(because);
  if (open === null || !(await settle(open, { kind: 'declined', word }, where))) return 1;
  where.print.line('Declined. Its author is told why.');
  return 0;
}

/**
 * `bank suggestions --export FOLDER`: writes the files of what was accepted for a bank, the default one without a name; those that are
 * there already stay as they are.
 */
export async function exportSuggestions(
  folder: string,
  bank: string,
  { location, print, log }: Where,
): Promise<number> {
  const all = await readEverything(
    location,
    async ({ suggestions }) => [
      ...(await suggestions.inState('accepted', null)),
      ...(await suggestions.inState('filed', null)),
    ],
    log,
  );
  const accepted = all.filter(({ file }) => file?.bank === bank);
  const files = accepted.flatMap(({ file, name }) => (file === null ? [] : [{ ...file, author: name }]));
  const written = await writeQuestionFiles(folder, files);
  await changeEverything(
    location,
    async ({ suggestions }) => {
      for (const each of await suggestions.inState('accepted', null)) {
        if (accepted.some(({ id }) => id === each.id)) await suggestions.save({ ...each, state: 'filed' });
      }
    },
    log,
  );
  for (const path of written) print.line(path);
  print.line(
    files.length === 0
      ? 'Nothing was accepted.'
      : `${counted(written.length, 'file')} written, ${counted(files.length - written.length, 'file')} there already.`,
  );
  return 0;
}

async function openOf(id: string, { location, print, log }: Where): Promise<Suggestion | null> {
  const { open } = await readEverything(location, suggestionsOf, log);
  const found = open.find((each) => each.id === id) ?? null;
  if (found === null) print.error(`No suggestion ${id} waits; npm run bank -- suggestions lists those that do.`);
  return found;
}

/** False, with a word, where somebody else was faster. */
async function settle(open: Suggestion, decision: Decision, { location, print, log }: Where): Promise<boolean> {
  const change = (unit: Unit) => decideAsRead(unit, open, decision, Date.now());
  if ((await changeEverything(location, change, log)) !== null) return true;
  print.error('It was changed or decided meanwhile; npm run bank -- suggestions shows what waits now.');
  return false;
}
