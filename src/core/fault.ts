/**
 * A failure that somebody can fix: what happened (`message`), a code for programs, and a `hint` that says how to fix
 * it.
 */
export class Fault extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
    this.hint = hint;
  }
}
