import { inspect } from 'node:util';
import { Fault } from '../core/fault.ts';
import { redactCredentials } from '../ops/redact.ts';

/** Codes of faults that somebody mends in the configuration or the command line, and not by trying again. */
const wrongConfiguration = new Set(['configuration', 'usage', 'host', 'bank-invalid', 'bank-missing', 'bank-empty']);

/** Prints what stopped a program: the sentence and the cure of a Fault, the stack of anything else. */
export function printFault(error: unknown): void {
  console.error(redactCredentials(error instanceof Fault ? `${error.message}\n${error.hint}` : inspect(error)));
}

/** Runs a program and prints what stopped it, in one place. Exit code 2 for wrong use or configuration, else 1. */
export async function exitOnFault(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    printFault(error);
    process.exitCode = error instanceof Fault && wrongConfiguration.has(error.code) ? 2 : 1;
  }
}
