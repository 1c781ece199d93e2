import type { Card } from '../core/card.ts';
import type { Command } from '../core/command.ts';

/** Who speaks, and where. Keys are made by the adapter (`slack:T1:C2`), so that they are unique over all platforms. */
export type Caller = {
  /** The workspace, server or terminal. */
  readonly scope: string;
  readonly channel: string;
  readonly user: string;
  /** The name to show; untrusted text. */
  readonly name: string;
};

/** What reaches the application from any platform: a command, or a button pressed under an earlier card. */
export type Inbound =
  | { readonly kind: 'command'; readonly command: Command; readonly caller: Caller }
  | { readonly kind: 'press'; readonly id: string; readonly caller: Caller };

export type Reply = {
  /** Who may see it: only the one who asked, or everybody in the channel. */
  readonly audience: 'asker' | 'channel';
  /** Where: as a new message, or in place of the message whose button was pressed. */
  readonly place: 'new' | 'instead';
  readonly card: Card;
};

/**
 * `now`: the reply was made from memory and nothing has changed yet, so it may travel with the acknowledgement itself;
 * `afterwards` is what is to be done once the acknowledgement has been accepted. `later`: acknowledge first, then act.
 * `act` and `afterwards` may reject.
 */
export type Outcome =
  | { readonly kind: 'now'; readonly reply: Reply; readonly afterwards?: () => Promise<void> }
  | { readonly kind: 'later'; readonly act: () => Promise<Reply> };

export type Application = {
  /** Answers one inbound event; never throws. */
  readonly respond: (inbound: Inbound) => Outcome;
  /** Titles of questions for what has been typed so far, best first; fast enough to be called at every key. */
  readonly complete: (typed: string, limit: number) => readonly string[];
};

/** A connection to one platform. */
export type Adapter = {
  readonly name: string;
  /** Resolves once the platform is connected and events are handled. Rejects with a Fault that names the cure. */
  readonly start: () => Promise<void>;
  /** Takes no more events, finishes what it has acknowledged, disconnects. */
  readonly stop: () => Promise<void>;
};

/** Structured logging as pino has it: fields first, then one sentence. */
export type Log = {
  readonly debug: LogWrite;
  readonly info: LogWrite;
  readonly warn: LogWrite;
  readonly error: LogWrite;
};

type LogWrite = (fields: Readonly<Record<string, unknown>>, message: string) => void;
