import type { Subject } from '../core/bank.ts';
import type { Card, Own } from '../core/card.ts';
import type { Chosen } from '../core/command/compose.ts';
import type { CommandWithOptions, Value } from '../core/command/options.ts';
import type { Command } from '../core/command.ts';
import type { Connection } from './connection.ts';
import type { Messenger } from './delivery/messenger.ts';
import type { AskHindrance } from './hindrance.ts';

/** Who acts, and where. Adapters make the keys (`slack:T1:C2`), so that they are unique across platforms. */
export type Caller = {
  /** The workspace, server or terminal. */
  readonly scope: string;
  readonly channel: string;
  readonly user: string;
  /** The display name; untrusted text. */
  readonly name: string;
  /** The event does not say how the person is called, and `name` only stands in for it. */
  readonly nameless?: true;
  /** True in a conversation with the bot alone, where there is nobody to share with. */
  readonly direct: boolean;
  /**
   * Only where people speak in a thread. `whole`: that thread is the channel, and no other can be opened in it; `part`: the
   * channel is the one that it hangs in, so what the channel gets stands elsewhere.
   */
  readonly thread?: 'whole' | 'part';
  /**
   * Left out where the person has no other key than `user`. Otherwise they have one in other scopes too, which ends alike
   * (`person-keys.ts`), and what they say about themselves here is meant for all of them, or for this scope `apart`.
   */
  readonly elsewhere?: 'meant' | 'apart';
  /** Surely nobody else is there to join what this person begins; left out where that is not known. */
  readonly alone?: true;
  /** True if the person may decide what a channel gets: set up its daily question. */
  readonly manages: boolean;
  /** The person may decide for the whole workspace or server, and surely so; left out where that is not known. */
  readonly governs?: true;
  /** True if the person may pause, skip and stop another person's quiz. */
  readonly moderates: boolean;
  /** The person may decide what becomes of questions that people suggest in this scope. */
  readonly reviews?: true;
};

/** An event from any platform: a command, or a button pressed under an earlier card. */
export type Inbound = {
  readonly caller: Caller;
  /** The same for every delivery of one event, and unique to it. */
  readonly event: string;
  /** When it happened by the platform's own clock, UTC ms. */
  readonly at: number;
  /** The person's time zone according to the platform, null if unknown; untrusted text. Never rejects. */
  readonly zone?: () => Promise<string | null>;
  /** The person's present display name, where the platform has a better one than the event; null if unknown. Never rejects. */
  readonly naming?: () => Promise<string | null>;
  /** The person's locale (`pt-BR`); untrusted text. */
  readonly locale?: string;
  /** What the platform has told that stands against a plan here; left out where nothing ever does. */
  readonly hindrance?: AskHindrance;
} & (
  | { readonly kind: 'command'; readonly command: Command }
  /** `message`: key of the message with the button; if private, unique to its reader. */
  | { readonly kind: 'press'; readonly id: string; readonly message: string }
  /**
   * What somebody filled into the form that they were asked to (`FormAsked`); `message` as of the press that led there. `stored`: what
   * is shown there is stored by the bot itself.
   */
  | {
      readonly kind: 'form';
      readonly id: string;
      readonly filled: Filled;
      readonly message: string;
      readonly stored?: true;
    }
);

/** A form that somebody is asked to fill in, in their own words. */
export type FormAsked = {
  /** Comes back with what was filled in, as a button's does when it is pressed. */
  readonly id: string;
  /** What it is for: at most 24 characters. */
  readonly title: string;
  /** What it is about, in a sentence: at most 100 characters. */
  readonly about: string;
  /** What its button says: at most 24 characters. */
  readonly send: string;
  /** At least one, at most five. */
  readonly fields: readonly AskedField[];
  /** The application says what it makes of it while it is filled in (`Application.preview`). */
  readonly previewed?: true;
};

/** A field of a form; all of them are to be filled in. */
export type AskedField = {
  /** Under which it comes back; unique within the form. */
  readonly name: string;
  /** What is to be written or chosen: at most 45 characters. */
  readonly label: string;
  /** How that is to be done: at most 100 characters. */
  readonly note?: string;
} & (
  | {
      readonly kind: 'text';
      /** Most characters: at most 3,000. */
      readonly most: number;
      /** What stands there to begin with. */
      readonly written?: string;
    }
  | {
      readonly kind: 'choice';
      /** At least one and at most 25, each by what comes back and what people read: at most 75 characters. */
      readonly values: readonly Value[];
      /** What is chosen to begin with; one of the values. */
      readonly chosen?: string;
    }
);

/** What was filled into a form, by the names of its fields; of what another version asked, any may be missing. */
export type Filled = Readonly<Record<string, string>>;

/** Who may see a reply: only the person who asked, or everybody in the channel. */
export type Audience = 'asker' | 'channel';

/** Where a reply goes: as a new message, or in place of the message whose button was pressed. */
export type Place = 'new' | 'instead';

export type Reply = {
  readonly audience: Audience;
  readonly place: Place;
  readonly card: Card;
};

/**
 * `now`: the reply was made from memory and nothing has changed yet, so it may travel with the acknowledgement;
 * `afterwards` is to be run once that has been accepted. `later`: acknowledge first, then act; the reply will have the
 * given audience and place. `aside`: acknowledge a press invisibly, then act; the reply, if any, is a new message, and
 * `undo` is for when it did not certainly arrive. `ask`: have
 * a form filled in, in the acknowledgement; only a press can call for that. `nothing`: only acknowledge a press. `act`, `undo` and `afterwards`
 * may reject.
 *
 * `idempotent`: one event may be acted on any number of times, also by several processes at once: it changes the state
 * once, and all of them come to the same reply. Only then may `act` begin before the acknowledgement, to travel in it.
 */
export type Outcome =
  | { readonly kind: 'now'; readonly reply: Reply; readonly afterwards?: () => Promise<void> }
  | {
      readonly kind: 'later';
      readonly audience: Audience;
      readonly place: Place;
      readonly act: () => Promise<Card>;
      readonly idempotent?: true;
    }
  | { readonly kind: 'aside'; readonly act: () => Promise<Reply | null>; readonly undo: () => Promise<void> }
  | { readonly kind: 'ask'; readonly asked: FormAsked }
  | { readonly kind: 'nothing' };

export type Application = {
  /** Responds to one event; never throws. */
  readonly respond: (inbound: Inbound) => Outcome;
  /**
   * What a card that all can see says to one reader alone, by the id of its `OwnNode`; null for nothing. Never rejects: a card
   * is shown without it when it cannot be known.
   */
  readonly own: (id: string, reader: { readonly user: string; readonly channel: string }) => Promise<Own | null>;
  /**
   * What a command has set up already for that person or channel, as its options would say it; null for nothing. Never rejects: a
   * form is shown without it when it cannot be known.
   */
  readonly inForce: (
    command: CommandWithOptions,
    reader: { readonly user: string; readonly channel: string },
  ) => Promise<Chosen | null>;
  /**
   * What a form that says so (`FormAsked.previewed`) would become as it is filled in now, with nothing to press; null for nothing. Never
   * rejects, and changes nothing.
   */
  readonly preview: (id: string, filled: Filled) => Promise<Card | null>;
  /**
   * Titles of questions of a channel's bank that match what has been typed so far, best first; fast enough to call on every
   * keystroke. Here and below it is the default bank where no channel is named.
   */
  readonly complete: (typed: string, limit: number, channel?: string) => readonly string[];
  /** True for a question that is surely answered in a channel; nothing is counted by asking that. */
  readonly answers: (query: string, channel?: string) => boolean;
  /** The names of all banks, as they are typed to choose one; one where there is nothing to choose. */
  readonly banks: () => readonly string[];
  /** Ids of the questions that one asks after this one, best first. */
  readonly related: (id: string) => readonly string[];
  /** Time zones that match what has been typed so far, likewise. */
  readonly completeTimeZone: (typed: string, limit: number) => readonly string[];
  /**
   * What the bot is about at present in a channel: commands that are typed there are parsed by its topics. That of the default
   * bank names the bot.
   */
  readonly subject: (channel?: string) => Subject;
  /** What the bot says about itself on a page of its own, if the platform has one. */
  readonly home: () => Card;
  /** Somebody has added the bot to a workspace or server: says to them alone, once, how one begins. */
  readonly welcome: (scope: string, user: string) => Promise<void>;
  /** The bot was removed from a workspace or server: deletes everything stored for it. */
  readonly forgetScope: (scope: string) => Promise<void>;
};

/** A connection to one platform. */
export type Adapter = {
  /** The platform's name; the first part of all its keys. */
  readonly name: string;
  /** Sends messages that are not replies; null if the platform cannot. */
  readonly messenger: Messenger | null;
  /** How it is connected, and what becomes of that; left out where nothing can be lost. */
  readonly connection?: Connection;
  /** Resolves once the platform is connected and events are handled. Rejects with a Fault that says how to fix it. */
  readonly start: () => Promise<void>;
  /** Stops accepting events, finishes what it has acknowledged, disconnects. */
  readonly stop: () => Promise<void>;
};

/** Structured logging like pino's: fields first, then one sentence. */
export type Log = {
  readonly debug: LogWrite;
  readonly info: LogWrite;
  readonly warn: LogWrite;
  readonly error: LogWrite;
};

type LogWrite = (fields: Readonly<Record<string, unknown>>, message: string) => void;
