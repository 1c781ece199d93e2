import { Fault } from '../core/fault.ts';

/** Codes of faults that somebody mends in the configuration or the command line, and not by trying again. */
const wrongConfiguration = new Set(['configuration', 'usage', 'bank-invalid', 'bank-missing', 'bank-empty']);

/**
 * Runs a program and prints what stopped it, in one place: the sentence and the cure of a Fault, the stack of
 * anything else. Exit code 2 for wrong use or configuration, else 1.
 */
export async function exitOnFault(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    if (error instanceof Fault) {
      console.error(`${error.message}\n${error.hint}`);
      process.exitCode = wrongConfiguration.has(error.code) ? 2 : 1;
      return;
    }
    console.error(error);
    process.exitCode = 1;
  }
}
