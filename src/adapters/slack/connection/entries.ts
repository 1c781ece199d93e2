import type { Trouble } from '../../../app/connection.ts';
import type { Log } from '../../../app/ports.ts';
import type { Exchange } from './exchange.ts';
import type { Identity } from './identity.ts';
import type { Installations, Kept } from './installations.ts';
import { renewalTrouble } from './own-trouble.ts';
import { createRenewedCall } from './renewed-call.ts';
import type { Tokens } from './tokens.ts';
import { createTokens } from './tokens.ts';
import type { CallMethod } from './web-call.ts';

/** One installation in this process, with what it holds of it. */
export type Entry<Held> = {
  readonly tokens: Tokens;
  /** Made when it is asked for, and anew when the app was installed again, with other scopes perhaps. */
  readonly held: () => Held;
  /** When it was last read in the store, by the clock of `now`. */
  readAt: number;
};

/** The installations that this process knows, by the scope of the installation itself or of a workspace that it serves. */
export type Entries<Held> = {
  readonly of: (scope: string) => Entry<Held> | undefined;
  /** Takes what was read in the store. */
  readonly enter: (kept: Kept) => Entry<Held>;
  readonly joins: (scope: string, organisation: string) => void;
  readonly isJoined: (scope: string, organisation: string) => boolean;
  readonly forget: (scope: string) => void;
  readonly clear: () => void;
};

export type EntryOptions<Held> = {
  readonly installations: Installations;
  readonly exchange: Exchange;
  readonly callWith: (token: string) => CallMethod;
  readonly hold: (installation: {
    readonly scope: string;
    readonly identity: Identity;
    readonly call: CallMethod;
  }) => Held;
  /** It is used no more. */
  readonly drop: (held: Held) => void;
  /** What stands against the token of an installation; null if nothing does any more. */
  readonly refused: (scope: string, trouble: Trouble | null) => void;
  /** UTC ms. */
  readonly now: () => number;
  readonly log: Log;
};

type Inner<Held> = Entry<Held> & { readonly release: () => void };

export function createEntries<Held>(options: EntryOptions<Held>): Entries<Held> {
  const { refused, now } = options;
  const entries = new Map<string, Inner<Held>>();
  /** The organisations whose installations serve workspaces. */
  const organisations = new Map<string, string>();
  return {
    of: (scope) => entries.get(scope) ?? entries.get(organisations.get(scope) ?? ''),
    enter: (kept) => {
      const entry = entries.get(kept.scope) ?? createEntry(kept, options);
      entries.set(kept.scope, entry);
      entry.readAt = now();
      entry.tokens.adopt(kept);
      return entry;
    },
    joins: (scope, organisation) => void organisations.set(scope, organisation),
    isJoined: (scope, organisation) => organisations.get(scope) === organisation,
    forget: (scope) => {
      entries.get(scope)?.release();
      entries.delete(scope);
      organisations.delete(scope);
      refused(scope, null);
    },
    clear: () => {
      for (const entry of entries.values()) entry.release();
    },
  };
}

function createEntry<Held>(first: Kept, options: EntryOptions<Held>): Inner<Held> {
  const { callWith, hold, drop, refused, now } = options;
  const { scope } = first;
  let { identity } = first.installed;
  let held: { readonly is: Held } | null = null;
  const release = () => {
    if (held !== null) drop(held.is);
    held = null;
  };
  const tokens = createTokens({
    ...options,
    kept: first,
    changed: ({ installed }) => {
      if (JSON.stringify(installed.identity) !== JSON.stringify(identity)) release();
      identity = installed.identity;
    },
    refused: (code) => refused(scope, code === null ? null : renewalTrouble(code)),
  });
  const call = createRenewedCall({ tokens, callWith });
  return {
    tokens,
    held: () => {
      held ??= { is: hold({ scope, identity, call }) };
      return held.is;
    },
    readAt: now(),
    release,
  };
}
