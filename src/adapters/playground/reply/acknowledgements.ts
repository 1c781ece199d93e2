import type { Card } from '../../../core/card.ts';

/** A line that tells one person what became of what they did. Nothing of it is kept: the next one takes its place. */
export type Acknowledgement = {
  readonly channel: string;
  /** Id of the message whose button was pressed; null for what was typed. */
  readonly message: string | null;
  /** Id of the thread's root message in which it was typed; null outside threads. */
  readonly thread: string | null;
  readonly card: Card;
  /** Increases with every acknowledgement. */
  readonly version: number;
  /** UTC ms. */
  readonly at: number;
};

/** For so long (ms) one waits for a page that is on its way, such as the one that a form leads to. */
const patience = 10_000;

/** The last acknowledgement of each person, as long as the process runs. */
export type Acknowledgements = {
  readonly tell: (user: string, told: Omit<Acknowledgement, 'version' | 'at'>) => void;
  /** The last one of a person, if it is newer than `version`; else null. */
  readonly since: (version: number, user: string) => Acknowledgement | null;
  readonly version: () => number;
  /** From which version on a page of this person that connects now is told: of what no other page has shown yet. */
  readonly begin: (user: string) => number;
  /** A page has shown it. */
  readonly shown: (line: Acknowledgement) => void;
  /** Calls back after each of one person; the returned function unsubscribes. */
  readonly subscribe: (user: string, listener: () => void) => () => void;
};

/** True for a card that is one sentence with nothing to press, which is worth a line and no message. */
export function isAcknowledgement({ title, body }: Card): boolean {
  return title === undefined && body.length === 1 && body[0]?.kind === 'text';
}

/** `now`: UTC ms. */
export function createAcknowledgements(now: () => number): Acknowledgements {
  const last = new Map<string, Acknowledgement>();
  const shown = new WeakSet<Acknowledgement>();
  const listeners = new Set<(user: string) => void>();
  let version = 0;
  return {
    tell: (user, told) => {
      version += 1;
      last.set(user, { ...told, version, at: now() });
      for (const listener of listeners) listener(user);
    },
    since: (known, user) => {
      const found = last.get(user);
      return found !== undefined && found.version > known ? found : null;
    },
    version: () => version,
    begin: (user) => {
      const line = last.get(user);
      const isWaiting = line !== undefined && !shown.has(line) && now() - line.at < patience;
      return isWaiting ? line.version - 1 : version;
    },
    shown: (line) => void shown.add(line),
    subscribe: (user, listener) => {
      const hear = (told: string) => {
        if (told === user) listener();
      };
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
