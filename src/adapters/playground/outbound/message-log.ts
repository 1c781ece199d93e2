import type { PlaygroundStore } from '../playground-store.ts';
import type { Draft, Message } from './message.ts';

/** Older messages are forgotten at the next start. */
const kept = 2000;

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
  /** Calls back after every change; the returned function unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
};

type Options = { readonly store: PlaygroundStore /** UTC ms. */; readonly now: () => number };

/** All messages of the playground, and subscriptions to their changes. */
export function createMessageLog({ store, now }: Options): MessageLog {
  const messages = load(store);
  const keys = new Map([...messages.values()].flatMap(({ key, id }) => (key === null ? [] : [[key, id] as const])));
  const listeners = new Set<() => void>();
  let revision = Math.max(0, ...[...messages.values()].map((message) => message.revision));
  let last = Math.max(0, ...[...messages.keys()].map(Number));

  function save(message: Message): Message {
    store.put({ kind: 'message', id: message.id, body: JSON.stringify(message) });
    messages.set(message.id, message);
    if (message.key !== null) keys.set(message.key, message.id);
    for (const listener of listeners) listener();
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
      [...messages.values()].filter(
        (message) =>
          message.channel === channel && message.thread === thread && !message.gone && isFor(message, reader),
      ),
    since: (known, reader) =>
      [...messages.values()]
        .filter((message) => message.revision > known && isFor(message, reader))
        .toSorted((one, other) => one.revision - other.revision),
    revision: () => revision,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isFor({ to }: Message, reader: string): boolean {
  return to === null || to === reader;
}

function load(store: PlaygroundStore): Map<string, Message> {
  const all = store
    .rows()
    .flatMap(({ kind, body }) => (kind === 'message' ? [JSON.parse(body) as Message] : []))
    .toSorted((one, other) => Number(one.id) - Number(other.id));
  for (const { id } of all.slice(0, -kept)) store.remove({ kind: 'message', id });
  return new Map(all.slice(-kept).map((message) => [message.id, message]));
}
