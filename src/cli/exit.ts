import { inspect } from 'node:util';
import { Fault } from '../core/fault.ts';
import { redactCredentials } from '../ops/redact.ts';

/**
 * Exit codes by the code of a fault, so that who starts the program knows whether to start it again: 2 and 77 need a person,
 * 69 only time. 69 and 77 are those of `sysexits.h`: unavailable, no permission. docs/operations.md has the table.
 */
const codes: Readonly<Record<number, readonly string[]>> = {
  2: ['configuration', 'usage', 'host', 'bank-invalid', 'bank-missing', 'bank-empty'],
  69: ['slack-busy', 'slack-unreachable', 'discord-unreachable', 'storage-unreachable'],
  77: ['slack-token', 'discord-token', 'discord-refused', 'discord-closed'],
};

/** The exit code of a program that ends because of this error: 1 where there is none of its own. */
export function exitCodeOf(error: unknown): number {
  const found = Object.entries(codes).find(([, faults]) => error instanceof Fault && faults.includes(error.code));
  return found === undefined ? 1 : Number(found[0]);
}

/** What stopped a program, as it is printed: message and hint of a Fault, the stack of anything else. */
export function describeFault(error: unknown): string {
  return redactCredentials(error instanceof Fault ? `${error.message}\n${error.hint}` : inspect(error));
}

/** Prints what stopped a program. */
export function printFault(error: unknown): void {
  console.error(describeFault(error));
}

/** Runs a program and prints what stopped it, in one place; the exit code is that of the error. */
export async function exitOnFault(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    printFault(error);
    process.exitCode = exitCodeOf(error);
  }
}
