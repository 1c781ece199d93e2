import { inspect } from 'node:util';
import { Fault } from '../core/fault.ts';
import { redactCredentials } from '../ops/redact.ts';

/** Codes of faults to fix in the configuration or the command line, where trying again will not help. */
const wrongConfiguration = new Set(['configuration', 'usage', 'host', 'bank-invalid', 'bank-missing', 'bank-empty']);

/** Prints what stopped a program: message and hint of a Fault, the stack of anything else. */
export function printFault(error: unknown): void {
  console.error(redactCredentials(error instanceof Fault ? `${error.message}\n${error.hint}` : inspect(error)));
}

/**
 * Runs a program and prints what stopped it, in one place. Exit code 2 for usage or configuration errors, otherwise 1.
 */
export async function exitOnFault(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    printFault(error);
    process.exitCode = error instanceof Fault && wrongConfiguration.has(error.code) ? 2 : 1;
  }
}
