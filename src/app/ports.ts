import type { Card } from '../core/card.ts';
import type { Command } from '../core/command.ts';
import type { Messenger } from './delivery/messenger.ts';

/** Who speaks, and where. Keys are made by the adapter (`slack:T1:C2`), so that they are unique over all platforms. */
export type Caller = {
  /** The workspace, server or terminal. */
  readonly scope: string;
  readonly channel: string;
  readonly user: string;
  /** The name to show; untrusted text. */
  readonly name: string;
  /** True in a conversation with the bot alone, where there is nobody to share with. */
  readonly direct: boolean;
  /** True for who may decide what a channel gets: set up its daily question. */
  readonly manages: boolean;
  /** True for who may pause, skip and stop another person's quiz. */
  readonly moderates: boolean;
};

/** What reaches the application from any platform: a command, or a button pressed under an earlier card. */
export type Inbound = {
  readonly caller: Caller;
  /** The same for every delivery of one event, and for no other. */
  readonly event: string;
  /** When it happened by the platform's own clock, UTC ms. */
  readonly at: number;
  /** The person's own time zone as the platform has it, null where it does not tell; untrusted text. Never rejects. */
  readonly zone?: () => Promise<string | null>;
  /** The language and perhaps region that the person has chosen (`pt-BR`); untrusted text. */
  readonly locale?: string;
} & (
  | { readonly kind: 'command'; readonly command: Command }
  /** `message`: key of the one that the button stands under; a private one is its reader's alone. */
  | { readonly kind: 'press'; readonly id: string; readonly message: string }
);

/** Who may see a reply: only the one who asked, or everybody in the channel. */
export type Audience = 'asker' | 'channel';

/** Where a reply goes: as a new message, or in place of the message whose button was pressed. */
export type Place = 'new' | 'instead';

export type Reply = {
  readonly audience: Audience;
  readonly place: Place;
  readonly card: Card;
};

/**
 * `now`: the reply was made from memory and nothing has changed yet, so it may travel with the acknowledgement itself;
 * `afterwards` is what is to be done once the acknowledgement has been accepted. `later`: acknowledge first, then act;
 * the reply will have the audience and the place that are told beforehand. `aside`: acknowledge a press without a trace,
 * then act; what it gives, if anything, is a message of its own, and `undo` is for when that did not surely arrive.
 * `nothing`: acknowledge a press, and no more. `act`, `undo` and `afterwards` may reject.
 */
export type Outcome =
  | { readonly kind: 'now'; readonly reply: Reply; readonly afterwards?: () => Promise<void> }
  | { readonly kind: 'later'; readonly audience: Audience; readonly place: Place; readonly act: () => Promise<Card> }
  | { readonly kind: 'aside'; readonly act: () => Promise<Reply | null>; readonly undo: () => Promise<void> }
  | { readonly kind: 'nothing' };

export type Application = {
  /** Answers one inbound event; never throws. */
  readonly respond: (inbound: Inbound) => Outcome;
  /** Titles of questions for what has been typed so far, best first; fast enough to be called at every key. */
  readonly complete: (typed: string, limit: number) => readonly string[];
  /** Time zones for what has been typed so far, likewise. */
  readonly completeTimeZone: (typed: string, limit: number) => readonly string[];
  /** What the bot says of itself on a page of its own, where the platform has one. */
  readonly home: () => Card;
  /** The bot was removed from a workspace or server: everything kept for it is deleted. */
  readonly forgetScope: (scope: string) => Promise<void>;
};

/** A connection to one platform. */
export type Adapter = {
  /** The platform; the first part of all its keys. */
  readonly name: string;
  /** Sends messages that nobody asked for at that moment; null where there is no such thing. */
  readonly messenger: Messenger | null;
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
