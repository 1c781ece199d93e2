import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/web-api';
import type { Log } from '../../../app/ports.ts';

/**
 * Forwards Bolt's log to ours. Its debug lines contain whole events with their tokens and are dropped; in the others
 * everything that looks like a token or a secret address is redacted.
 */
export function createBoltLogger(log: Log): Logger {
  const write =
    (level: 'debug' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level]({ source: 'bolt' }, redact(parts.map(String).join(' ')));
  return {
    debug: () => {},
    info: write('debug'),
    warn: write('warn'),
    error: write('error'),
    getLevel: () => LogLevel.INFO,
    setLevel: () => {},
    setName: () => {},
  };
}

function redact(text: string): string {
  return text.replace(/xox[a-z]-[\w.-]+|xapp-[\w-]+|(?:https?|wss?):\/\/\S+/g, '…');
}
