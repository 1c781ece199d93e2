import { DiscordAPIError } from 'discord.js';
import type { Address } from '../../../app/delivery/messenger.ts';
import type { Hindrance } from '../../../app/hindrance.ts';
import type { Span } from '../../../core/card.ts';
import { paragraph } from '../../../core/card.ts';
import {
  archivedThread,
  lockedThread,
  missingAccess,
  missingPermissions,
  tooManyThreads,
  wrongKind,
} from './refusal.ts';

/** Where permissions are given. */
const giveIt = [
  'Give it to me in the channel’s settings under ',
  { kind: 'text', text: 'Permissions', italic: true },
  ', or to my role under ',
  { kind: 'text', text: 'Server Settings › Roles', italic: true },
  '.',
] as const;

/**
 * What Discord's refusal of a message says to a person; undefined where it says no more than that the message is gone, or at
 * fault. Discord does not name the permission, so each that the request needs is named.
 */
export function hindranceOfRefusal(kind: string, address: Address, error: unknown): Hindrance | undefined {
  const code = error instanceof DiscordAPIError ? error.code : null;
  if (address.kind === 'person') return undefined;
  if (code === missingAccess) {
    return say(
      [
        'I can no longer see the channel: I lack the permission ',
        bold('View Channel'),
        ' there, or was taken out of a private thread.',
      ],
      giveIt,
    );
  }
  if (code === missingPermissions) return say(['I lack ', ...neededIn(kind, address.thread !== null), '.'], giveIt);
  if (code === archivedThread || code === lockedThread) {
    return say(['The thread is locked.'], ['Unlock it, or give me the permission ', bold('Manage Threads'), '.']);
  }
  if (code === tooManyThreads) {
    return say(['The server has as many active threads as Discord allows.'], ['Close some of them.']);
  }
  if (wrongKind.has(code)) {
    return say(
      ['That kind of channel does not take such a message.'],
      ['Use a text or announcement channel, a thread, or a post of a forum.'],
    );
  }
  return undefined;
}

function neededIn(kind: string, isThread: boolean): readonly (string | Span)[] {
  if (kind === 'thread') return ['the permission ', bold('Create Public Threads')];
  if (isThread) return ['the permission ', bold('Send Messages in Threads'), ' or ', bold('Embed Links')];
  return [
    'the permission ',
    bold('Send Messages'),
    ' (in a thread: ',
    bold('Send Messages in Threads'),
    ') or ',
    bold('Embed Links'),
  ];
}

function say(problem: readonly (string | Span)[], cure: readonly (string | Span)[]): Hindrance {
  return { problem: paragraph(...problem).text, cure: paragraph(...cure).text };
}

function bold(text: string): Span {
  return { kind: 'text', text, bold: true };
}
