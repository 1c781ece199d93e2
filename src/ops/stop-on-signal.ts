import { constants } from 'node:os';
import type { Log } from '../app/ports.ts';

/** After this long (ms) it ends in the middle: ten seconds are what many hosts grant before they kill. */
const longestStop = 8000;

/** A terminal tells npm and the program of Ctrl+C, and npm passes it on: within this time (ms) it is the same press. */
const echoTime = 400;

type Options = {
  /** Finishes what was acknowledged and closes everything. */
  readonly stop: () => Promise<void>;
  /** Prints what went wrong in it. */
  readonly report: (error: unknown) => void;
  /** npm stands between the terminal and this process. */
  readonly underNpm: boolean;
  readonly log: Log;
};

/**
 * SIGTERM and SIGINT end the process after `stop`, with code 0; a second one ends it at once, with the code that shells
 * give to the signal. Code 1 when stopping failed or took too long. What was acknowledged is on the disk in any case.
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
          log.warn({}, 'Something did not come to its end in time, so the process ends now.');
          process.exit(1);
        }, longestStop).unref();
        void finish();
      } else if (!underNpm || performance.now() - began > echoTime) {
        log.warn({ signal }, 'Told again to stop, so the process ends now.');
        process.exit(128 + constants.signals[signal]);
      }
    });
  }
}
