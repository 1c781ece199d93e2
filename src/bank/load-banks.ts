import type { Bank, Subject } from '../core/bank.ts';
import { nameBank } from '../core/bank-name.ts';
import { Fault } from '../core/fault.ts';
import { longestQuestionId } from '../core/question.ts';

/** Where the banks of one bot lie: the default one, and those beside it by their names. */
export type BankPlaces = { readonly bankDirectory: string; readonly banks: ReadonlyMap<string, string> };

/** The default bank and those beside it under their names, each read by `load`. Rejects with a Fault as `load` does, and as `underName`. */
export async function loadBanks(
  { bankDirectory, banks }: BankPlaces,
  load: (directory: string) => Promise<Bank>,
): Promise<readonly [Bank, ...Bank[]]> {
  const standard = await load(bankDirectory);
  const beside: Bank[] = [];
  for (const [name, directory] of banks) beside.push(underName(await load(directory), name, standard.subject));
  return [standard, ...beside];
}

/**
 * A bank under its name beside the default one. Throws a Fault if people could not tell the two apart, or if an id of its
 * questions is too long with the name before it.
 */
export function underName(bank: Bank, name: string, standard: Subject): Bank {
  if (name === standard.command) {
    throw new Fault(
      'bank-invalid',
      `The bank ${name} bears the name by which the default one is chosen.`,
      'Give it another name in BANKS.',
    );
  }
  const named = nameBank(bank, name, standard.command);
  const long = named.questions.find(({ id }) => id.length > longestQuestionId);
  if (long === undefined) return named;
  throw new Fault(
    'bank-invalid',
    `${long.id} is longer than ${longestQuestionId} characters, which buttons cannot carry.`,
    'Give the bank a shorter name in BANKS, or the question a shorter id.',
  );
}
