import type { Store } from '../../src/app/store/store.ts';
import type { Question } from '../../src/core/question.ts';
import type { Line } from '../adapters/discord/harness.ts';
import type { Database } from '../faults/database.ts';
import type { FilledIn } from '../simulators/slack/payloads.ts';

export type Person = { readonly id: string; readonly name: string };

/** A message as somebody has it on the screen. */
export type Shown = {
  readonly id: string;
  readonly channel: string;
  /** The message that its thread hangs under, null in the channel itself. */
  readonly thread: string | null;
  readonly words: string;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  /** By the platform's clock, UTC ms. */
  readonly at: number;
};

/** The people of every journey. Of these only the boss manages the place. */
export type People = Readonly<Record<'ada' | 'bo' | 'cy' | 'eve' | 'boss', Person>>;

/** A workspace or server with the whole bot in it, over a real SQLite file: the same for all platforms. */
export type Chat = People & {
  /** Somebody else; numbers below 100 are taken. */
  readonly createPerson: (no: number, name: string) => Person;
  /** How many characters the platform allows in a name. */
  readonly longestName: number;
  readonly channel: string;
  readonly elsewhere: string;
  /** What the keys of all that is kept for the workspace or server begin with. */
  readonly scope: string;
  readonly store: Store;
  /** What the bot has logged. */
  readonly lines: readonly Line[];
  readonly database: Database;
  /** The time of the platform and of the bot, UTC ms: that of the machine, set forward by `forward`. */
  readonly now: () => number;
  readonly forward: (milliseconds: number) => void;
  /** Waits until the bot has done all that is due, and nothing of it is on its way any more. */
  readonly settled: () => Promise<void>;
  /** The bank is edited while the bot runs. */
  readonly useBank: (questions: readonly Question[]) => Promise<void>;
  /** Somebody types a command, as `quiz 2 5s teams`; gives the words of the private answer. */
  readonly command: (who: Person, channel: string, text: string) => Promise<string>;
  /** The same in a direct message to the bot; its buttons are pressed by `pressPrivately`. */
  readonly commandAlone: (who: Person, text: string) => Promise<string>;
  /** Somebody presses a button that they see, at an instant of the platform's; gives the words of the private answer. */
  readonly press: (who: Person, message: Shown, label: string, at?: number) => Promise<string>;
  /** Somebody presses a button under the newest private answer that they have; gives the words of what comes of it. */
  readonly pressPrivately: (who: Person, label: string) => Promise<string>;
  /**
   * Somebody presses a button under their newest private answer that shows something to all; gives the words of what the
   * channel got by it, and how many pictures have come with that.
   */
  readonly share: (who: Person, label: string) => Promise<{ readonly words: string; readonly pictures: () => number }>;
  /**
   * Somebody presses a button under the newest private answer that they have, which asks for a form, and fills that in: one text for
   * all of it, or by the names of its fields; gives the words of what comes of it.
   */
  readonly write: (who: Person, label: string, filled: FilledIn) => Promise<string>;
  /**
   * Somebody looks at the newest message that the bot has written to them alone, whose buttons `pressPrivately` presses from
   * then on; gives its words.
   */
  readonly readDirect: (who: Person) => string;
  /** Somebody takes no more direct messages from the bot. */
  readonly closeDirect: (who: Person) => void;
  /** What stands in a channel and its threads, oldest first. */
  readonly messages: (channel: string) => readonly Shown[];
  /** What the bot has written to somebody alone, oldest first. */
  readonly direct: (who: Person) => readonly string[];
  /** A moderator deletes one message; a quiz's first one with all of its thread; the channel of a message. */
  readonly deleteMessage: (message: Shown) => void;
  readonly deleteThread: (root: Shown) => void;
  readonly deleteChannel: (message: Shown) => void;
  /** The bot is cut off from what people do, and let in again; what it sends still arrives. */
  readonly cutOff: () => void;
  readonly letIn: () => void;
  /** How somebody is named in the words of a message to all. */
  readonly named: (who: Person) => string;
  readonly linkTo: (message: Shown) => string;
  /** The address of the thread under a message. */
  readonly threadLinkTo: (message: Shown) => string;
  /** The instant that a message counts down to, by the platform's clock in UTC ms; null if it counts down to none. */
  readonly deadlineOf: (message: Shown) => number | null;
  /** Whom a message notifies, by the platform's own ids. */
  readonly calledBy: (message: Shown) => readonly string[];
  /** What people type to have a group notified, and its id. */
  readonly group: { readonly typed: string; readonly id: string };
  /** How many pictures came with a message, or after it where the platform keeps them apart. */
  readonly picturesOf: (message: Shown) => number;
  /** The texts that somebody was given as files by the newest private answers, where nobody else sees them. */
  readonly filesOf: (who: Person) => Promise<readonly { readonly name: string; readonly text: string }[]>;
};

/** The people of every journey, made as a platform makes people. */
export function createPeople(createPerson: Chat['createPerson']): People {
  return {
    ada: createPerson(1, 'ada'),
    bo: createPerson(2, 'bo'),
    cy: createPerson(3, 'cy'),
    eve: createPerson(4, 'eve'),
    boss: createPerson(5, 'boss'),
  };
}

/** The button that somebody sees under a message. */
export function findButton({ buttons }: Shown, label: string): string {
  const button = buttons.find((candidate) => candidate.label === label);
  if (button === undefined) throw new Error(`no button ${label} among ${JSON.stringify(buttons)}`);
  return button.id;
}
