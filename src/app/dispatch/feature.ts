import type { Card, Own } from '../../core/card.ts';
import type { Chosen } from '../../core/command/compose.ts';
import type { CommandWithOptions } from '../../core/command/options.ts';
import type { Command } from '../../core/command.ts';
import type { AskHindrance } from '../hindrance.ts';
import type { AskedField, Caller, Filled, Outcome, Place } from '../ports.ts';
import type { Button } from './button.ts';

/** What a feature is told about an event besides the command or button itself. */
export type Circumstances = {
  readonly caller: Caller;
  /** See `Inbound`. */
  readonly event: string;
  readonly at: number;
  readonly zone?: () => Promise<string | null>;
  readonly locale?: string;
  readonly hindrance?: AskHindrance;
  /** Of a press; see `Inbound`. */
  readonly message?: string;
  /** Of a form; see `Inbound`. */
  readonly stored?: true;
};

/** Somebody who looks at a card for all or at a form, and the channel in which that is. */
export type Reader = { readonly user: string; readonly channel: string };

/** One capability of the bot. All methods return null for what belongs to another feature. */
export type Feature = {
  readonly run: (command: Command, circumstances: Circumstances) => Outcome | null;
  readonly press: (button: Button, circumstances: Circumstances) => Outcome | null;
  /** Takes a form that this feature asked for, by the id that it gave; left out by features that ask for none. */
  readonly take?: (about: Button, filled: Filled, circumstances: Circumstances) => Outcome | null;
  /** What such a form would become as it is filled in now (`Application.preview`); left out by features with no such form. */
  readonly preview?: (about: Button, filled: Filled) => Promise<Card> | null;
  /** What a card that all can see says to one reader alone (`OwnNode`); left out by features that have no such card. */
  readonly own?: (about: Button, reader: Reader) => Promise<Own | null> | null;
  /** What a command of its own has set up already (`Application.inForce`); left out by features that keep no settings. */
  readonly inForce?: (command: CommandWithOptions, reader: Reader) => Promise<Chosen | null> | null;
};

/** A private reply that is ready. */
export function reply(card: Card, place: Place = 'new', afterwards?: () => Promise<void>): Outcome {
  return {
    kind: 'now',
    reply: { audience: 'asker', place, card },
    ...(afterwards === undefined ? {} : { afterwards }),
  };
}

/** A private reply that needs the database, and may be made more than once; see `Outcome`. */
export function replyIdempotently(act: () => Promise<Card>, place: Place = 'new'): Outcome {
  return { kind: 'later', audience: 'asker', place, act, idempotent: true };
}

/** The one field of a form that asks for a single text, under the name `text`. */
export function textField(label: string, most: number, written?: string): readonly [AskedField] {
  return [{ kind: 'text', name: 'text', label, most, ...(written === undefined ? {} : { written }) }];
}

/** A private reply that needs the database. */
export function replyLater(act: () => Promise<Card>, place: Place = 'new'): Outcome {
  return { kind: 'later', audience: 'asker', place, act };
}
