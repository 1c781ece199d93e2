import type { DestinationStream } from 'pino';
import { pino } from 'pino';
import type { Log } from '../app/ports.ts';

/** Whatever looks like a credential of Slack or Discord, wherever it stands in a text. */
const credential = /xox[a-z]-[\w-]+|xapp-[\w-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g;

/** JSON lines, to standard output unless a destination is given. Nothing that looks like a token gets through. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const redacted: DestinationStream = {
    write: (line) => (destination ?? process.stdout).write(line.replace(credential, '[redacted]')),
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
