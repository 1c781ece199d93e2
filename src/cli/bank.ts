import { readBank } from '../bank/bank.ts';
import type { Complaint } from '../bank/complaint.ts';
import { formatComplaint } from '../bank/complaint.ts';
import { loadBank } from '../bank/load.ts';
import type { BankPlaces } from '../bank/load-banks.ts';
import { underName } from '../bank/load-banks.ts';
import type { Tell } from '../bank/tells/tells.ts';
import { measureTells } from '../bank/tells/tells.ts';
import type { Bank } from '../core/bank.ts';
import { Fault } from '../core/fault.ts';
import { levelOf, levels } from '../core/question.ts';
import { testSearch } from '../search/self-test.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';

/** Most ignored files to name. */
const namedOthers = 5;

/** `bank check`: see `checkBank`; of the default bank, and then of each beside it under its name. */
export async function checkBanks({ bankDirectory, banks }: BankPlaces, print: Print, strict = false): Promise<number> {
  let code = await checkBank(bankDirectory, print, strict);
  for (const [name, directory] of banks) {
    print.line(`\nThe bank ${name}, in ${directory}:`);
    code = Math.max(
      code,
      await checkBank(directory, print, strict),
      await checkName(name, { bankDirectory, directory }, print),
    );
  }
  return code;
}

/** Whether the bank can bear its name beside the default one; exit code 1 if it cannot. What has a fault is told of already. */
async function checkName(
  name: string,
  { bankDirectory, directory }: { readonly bankDirectory: string; readonly directory: string },
  print: Print,
): Promise<number> {
  const [standard, own] = [(await readBank(bankDirectory)).bank, (await readBank(directory)).bank];
  if (standard === null || own === null) return 0;
  try {
    underName(own, name, standard.subject);
    return 0;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    print.line(`${error.message} ${error.hint}`);
    return 1;
  }
}

/**
 * Prints every fault and warning of a bank with file, line, field and cure. Exit code 1 if there is a fault or, with `strict`, a
 * warning.
 */
export async function checkBank(directory: string, print: Print, strict = false): Promise<number> {
  const { bank, files, complaints, warnings, notes, drafts, others } = await readBank(directory);
  printGroup(complaints, 'fault', print);
  printGroup(warnings, 'warning', print);
  for (const note of notes) print.line(formatComplaint(note));
  if (others.length > 0) print.line(`Left alone, as no question files: ${shortList(others)}.`);
  if (drafts.length > 0) {
    const list = 'npm run bank -- drafts lists what each lacks';
    print.line(`${counted(drafts.length, 'draft')}, which nobody is asked; ${list}: ${shortList(drafts)}.`);
  }
  const items = files.flatMap(({ question }) => question.items).length;
  print.line(
    `${counted(files.length, 'question')} and ${counted(items, 'item')}, ${counted(complaints.length, 'fault')}, ${counted(warnings.length, 'warning')}.`,
  );
  printTells(measureTells(files), print);
  if (bank !== null) printSearch(bank, print);
  return complaints.length > 0 || (strict && warnings.length > 0) ? 1 : 0;
}

/** How often each way to guess a key without knowing the subject is right, beside the share that it may be. */
function printTells(tells: readonly Tell[], print: Print): void {
  const width = Math.max(...tells.map(({ name }) => name.length)) + 2;
  const row = (name: string, cells: readonly string[], note = '') =>
    print.line(`${name.padEnd(width)}${cells.map((cell) => cell.padStart(9)).join('')}${note}`);
  print.line('Keys that are guessed by their looks, over the items in prose in which there is something to go by:');
  row('guessed by', ['right', 'items', 'share', 'at most']);
  for (const { name, items, right, bar, enforced } of tells) {
    const share = items === 0 ? '–' : `${((100 * right) / items).toFixed(1)} %`;
    row(name, [String(right), String(items), share, percent(bar)], enforced ? '' : '  too few to tell');
  }
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** What the bank says of its own search, and aliases that stand at the wrong question or fit two. */
function printSearch(bank: Bank, print: Print): void {
  const { aliases, found, answered, falseAnswers, astray } = testSearch(bank);
  print.line(
    `Search, asked about questions that the bank lacks: ${percent(falseAnswers)} would be answered all the same. ` +
      `Asked ${counted(aliases, 'alias', 'aliases')}, each while it is left out: ${percent(found)} find their question first, ${percent(answered)} are answered.`,
  );
  for (const { id, alias, finds } of astray.slice(0, namedOthers)) {
    print.line(
      `“${alias}” is an alias of ${id} and ${finds === '' ? 'finds nothing' : `finds ${finds} first`}: say it more exactly, or take it away.`,
    );
  }
  if (astray.length > namedOthers)
    print.line(`… and ${counted(astray.length - namedOthers, 'more alias', 'more aliases')} like these.`);
}

/** `bank stats`: how many questions each topic has, and how many items of each level. */
export async function bankStatistics(directory: string, print: Print): Promise<number> {
  const { questions, subject } = await loadBank(directory);
  const width = Math.max(...subject.topics.map(({ id }) => id.length), 12) + 2;
  const row = (name: string, counts: readonly (string | number)[]) =>
    print.line([name.padEnd(width), ...counts.map((count) => String(count).padStart(11))].join(''));
  row('topic', ['questions', 'items', ...levels]);
  for (const { id: topic } of subject.topics) {
    const some = questions.filter((question) => question.topic === topic);
    const own = some.flatMap((question) => question.items.map((item) => levelOf(question, item)));
    row(topic, [some.length, own.length, ...levels.map((level) => own.filter((other) => other === level).length)]);
  }
  return 0;
}

/** Prints complaints of one kind, if there are any. */
export function printGroup(complaints: readonly Complaint[], kind: 'fault' | 'warning', print: Print): void {
  if (complaints.length === 0) return;
  print.error(`${counted(complaints.length, kind)}:`);
  for (const complaint of complaints) print.error(formatComplaint(complaint));
}

function shortList(names: readonly string[]): string {
  const more = names.length > namedOthers ? ` and ${names.length - namedOthers} more` : '';
  return `${names.slice(0, namedOthers).join(', ')}${more}`;
}
