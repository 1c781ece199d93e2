import { constants } from 'node:os';
import type { Log } from '../app/ports.ts';

/** After this long (ms) the process ends regardless: it is to be gone within five seconds, and many hosts kill after ten. */
const longestStop = 4500;

/**
 * The terminal sends Ctrl+C to npm as well as to the program, and npm passes it on: within this time (ms) both count as
 * one press.
 */
const echoTime = 400;

type Options = {
  /** Finishes everything acknowledged, and closes everything. */
  readonly stop: () => Promise<void>;
  /** Prints what went wrong. */
  readonly report: (error: unknown) => void;
  /** The exit code for it. */
  readonly codeOf: (error: unknown) => number;
  /** True if npm runs between the terminal and this process. */
  readonly underNpm: boolean;
  readonly log: Log;
};

/** Ends the process in the same way because of an error, which is printed; with the code for it. */
export type EndWith = (error: unknown) => void;

/**
 * Graceful shutdown: SIGTERM and SIGINT end the process after `stop`, with code 0; a second signal ends it at once,
 * with the code that shells use for the signal. Code 1 if stopping failed or took too long. Whatever was acknowledged
 * is on disk in any case.
 */
export function stopOnSignal({ stop, report, codeOf, underNpm, log }: Options): EndWith {
  let began: number | null = null;

  async function finish(code: number): Promise<void> {
    try {
      await stop();
      log.info({}, 'stopped');
      process.exit(code);
    } catch (error) {
      report(error);
      process.exit(code === 0 ? 1 : code);
    }
  }

  function begin(code: number): void {
    began = performance.now();
    setTimeout(() => {
      log.warn({}, 'Stopping took too long; the process ends now.');
      process.exit(code === 0 ? 1 : code);
    }, longestStop).unref();
    void finish(code);
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (began === null) {
        log.info({ signal }, 'stopping');
        begin(0);
      } else if (!underNpm || performance.now() - began > echoTime) {
        log.warn({ signal }, 'A second signal came; the process ends now.');
        process.exit(128 + constants.signals[signal]);
      }
    });
  }

  return (error) => {
    if (began !== null) return;
    report(error);
    begin(codeOf(error));
  };
}
