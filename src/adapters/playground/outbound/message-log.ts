import type { PlaygroundStore } from '../playground-store.ts';
import type { Draft, Message } from './message.ts';
import { createMessageIndex } from './message-index.ts';

/** Older messages are forgotten at the next start. */
const mostKept = 2000;

export type MessageLog = {
  /**
   * Durable when it returns. A draft whose key is already known is not posted again: the existing message is returned.
   */
  readonly post: (draft: Draft) => Message;
  /** Null if there is no such message (any more). */
  readonly change: (id: string, change: Partial<Pick<Message, 'card' | 'threadName'>>) => Message | null;
  /** Deletes a message. */
  readonly remove: (id: string) => void;
  readonly find: (id: string) => Message | null;
  readonly findByKey: (key: string) => Message | null;
  /** The messages of a channel, or of one of its threads, for one reader; oldest first. */
  readonly list: (channel: string, thread: string | null, reader: string) => readonly Message[];
  /** The changes after a revision, in order, for one reader. */
  readonly since: (revision: number, reader: string) => readonly Message[];
  readonly revision: () => number;
  /** Calls back after every change that a reader can see; the returned function unsubscribes. */
  readonly subscribe: (reader: string, listener: () => void) => () => void;
};

type Options = { readonly store: PlaygroundStore /** UTC ms. */; readonly now: () => number };

/** All messages of the playground, and subscriptions to their changes. */
export function createMessageLog({ store, now }: Options): MessageLog {
  const kept = load(store);
  const messages = createMessageIndex(kept);
  const keys = new Map(kept.flatMap(({ key, id }) => (key === null ? [] : [[key, id] as const])));
  const listeners = new Set<(message: Message) => void>();
  let revision = Math.max(0, ...kept.map((message) => message.revision));
  let last = Number(kept.at(-1)?.id ?? 0);

  function save(message: Message): Message {
    store.put({ kind: 'message', id: message.id, body: JSON.stringify(message) });
    messages.put(message);
    if (message.key !== null) keys.set(message.key, message.id);
    for (const listener of listeners) listener(message);
    return message;
  }

  function find(id: string): Message | null {
    const message = messages.get(id);
    return message === undefined || message.gone ? null : message;
  }

  function findByKey(key: string): Message | null {
    const id = keys.get(key);
    return id === undefined ? null : find(id);
  }

  function change(id: string, changes: Partial<Message>): Message | null {
    const message = find(id);
    if (message === null) return null;
    revision += 1;
    return save({ ...message, ...changes, revision });
  }

  return {
    post: (draft) => {
      const earlier = typeof draft.key === 'string' ? findByKey(draft.key) : null;
      if (earlier !== null) return earlier;
      revision += 1;
      last += 1;
      const fresh = { author: null, text: '', card: null, asked: null, to: null, key: null, ping: null };
      const own = { id: String(last), at: now(), revision, threadName: null, gone: false };
      return save({ ...fresh, ...draft, ...own });
    },
    change,
    remove: (id) => {
      change(id, { gone: true, card: null, text: '', asked: null });
    },
    find,
    findByKey,
    list: (channel, thread, reader) =>
      messages.in(channel, thread).filter((message) => !message.gone && isFor(message, reader)),
    since: (known, reader) => messages.after(known).filter((message) => isFor(message, reader)),
    revision: () => revision,
    subscribe: (reader, listener) => {
      const hear = (message: Message) => {
        if (isFor(message, reader)) listener();
      };
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

function isFor({ to }: Message, reader: string): boolean {
  return to === null || to === reader;
}

/** The newest messages, oldest first; older ones are deleted. */
function load(store: PlaygroundStore): readonly Message[] {
  const all = store
    .rows()
    .flatMap(({ kind, body }) => (kind === 'message' ? [JSON.parse(body) as Message] : []))
    .toSorted((one, other) => Number(one.id) - Number(other.id));
  for (const { id } of all.slice(0, -mostKept)) store.remove({ kind: 'message', id });
  return all.slice(-mostKept);
}
