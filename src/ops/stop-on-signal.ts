import { constants } from 'node:os';
import type { Log } from '../app/ports.ts';

/** After this long (ms) the process ends regardless: many hosts kill it after ten seconds. */
const longestStop = 8000;

/**
 * The terminal sends Ctrl+C to npm as well as to the program, and npm passes it on: within this time (ms) both count as
 * one press.
 */
const echoTime = 400;

type Options = {
  /** Finishes everything acknowledged, and closes everything. */
  readonly stop: () => Promise<void>;
  /** Prints what went wrong while stopping. */
  readonly report: (error: unknown) => void;
  /** True if npm runs between the terminal and this process. */
  readonly underNpm: boolean;
  readonly log: Log;
};

/**
 * Graceful shutdown: SIGTERM and SIGINT end the process after `stop`, with code 0; a second signal ends it at once,
 * with the code that shells use for the signal. Code 1 if stopping failed or took too long. Whatever was acknowledged
 * is on disk in any case.
 */
export function stopOnSignal({ stop, report, underNpm, log }: Options): void {
  let began: number | null = null;

  async function finish(): Promise<void> {
    try {
      await stop();
      log.info({}, 'stopped');
      process.exit(0);
    } catch (error) {
      report(error);
      process.exit(1);
    }
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (began === null) {
        began = performance.now();
        log.info({ signal }, 'stopping');
        setTimeout(() => {
          log.warn({}, 'Stopping took too long; the process ends now.');
          process.exit(1);
        }, longestStop).unref();
        void finish();
      } else if (!underNpm || performance.now() - began > echoTime) {
        log.warn({ signal }, 'A second signal came; the process ends now.');
        process.exit(128 + constants.signals[signal]);
      }
    });
  }
}
