import type { DestinationStream } from 'pino';
import { pino } from 'pino';
import type { Log } from '../app/ports.ts';
import { writeByTurn } from './by-turn.ts';
import { redactCredentials } from './redact.ts';

/**
 * Logs JSON lines, to standard output (see `writeByTurn`) unless a destination is given. Anything that looks like a token or a password is
 * redacted.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const redacted: DestinationStream = {
    write: (lines) => (destination ?? process.stdout).write(redactCredentials(lines)),
  };
  return pino(
    {
      level,
      base: {},
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
    },
    destination === undefined ? writeByTurn(redacted) : redacted,
  );
}
