import type { DestinationStream } from 'pino';
import { pino } from 'pino';
import type { Log } from '../app/ports.ts';
import { redactCredentials } from './redact.ts';

/**
 * Logs JSON lines, to standard output unless a destination is given. Anything that looks like a token or a password is
 * redacted.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const redacted: DestinationStream = {
    write: (line) => (destination ?? process.stdout).write(redactCredentials(line)),
  };
  return pino(
    {
      level,
      base: {},
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
    },
    redacted,
  );
}
