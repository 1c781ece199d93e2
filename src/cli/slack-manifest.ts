import { readExtras } from '../adapters/slack/connection/scopes.ts';
import type { Manifest, ManifestOptions } from '../adapters/slack/setup/manifest.ts';
import { createManifest } from '../adapters/slack/setup/manifest.ts';
import type { Subject } from '../core/bank.ts';
import type { Fault } from '../core/fault.ts';
import { usageFault as commandFault } from './command-line.ts';
import { commands } from './commands.ts';
import type { Print } from './print.ts';

/**
 * `slack:manifest`: prints an app's manifest as JSON, for https://api.slack.com/apps. `options` by name, as typed.
 * Returns it; throws a Fault of code `usage` that shows the syntax.
 */
export function printSlackManifest(
  options: Readonly<Record<string, string>>,
  subject: Subject,
  print: Print,
): Manifest {
  const manifest = createManifest({ subject, ...readOptions(options) });
  print.line(JSON.stringify(manifest, null, 2));
  return manifest;
}

function readOptions(options: Readonly<Record<string, string>>): Omit<ManifestOptions, 'subject'> {
  const { mode, url, command, oauth, with: wanted = '' } = options;
  if (command !== undefined && !/^\/[^\s/A-Z]{1,31}$/.test(command)) {
    throw usageFault('--command must be a slash and up to 31 characters without spaces or capitals.');
  }
  const named = command === undefined ? {} : { command };
  const read = readExtras(wanted);
  if ('unknown' in read) throw usageFault(`--with does not know ${read.unknown.join(', ')}.`);
  const { extras } = read;
  if (oauth !== undefined && !isPublicAddress(oauth)) {
    throw usageFault('--oauth must be the address under which browsers reach the bot, such as https://bot.example.');
  }
  const installs = oauth === undefined ? {} : { installsAt: oauth };
  if (mode === 'socket') {
    if (url !== undefined) throw usageFault('--url is for --mode http alone: over Socket Mode the bot calls Slack.');
    return { mode: { kind: 'socket' }, ...named, ...installs, extras };
  }
  if (mode !== 'http') throw usageFault('--mode must be socket or http.');
  if (url === undefined || !isPublicAddress(url)) {
    throw usageFault('--url must be the address under which Slack reaches the bot, such as https://bot.example.');
  }
  return { mode: { kind: 'http', url }, ...named, ...installs, extras };
}

/** Slack only posts to HTTPS addresses. */
function isPublicAddress(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

function usageFault(problem: string): Fault {
  return commandFault(commands['slack manifest'], problem);
}
