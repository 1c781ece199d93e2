import type { Message } from './message.ts';

/** Messages by id, by place and by revision, so that nothing is found by looking at all of them. */
export type MessageIndex = {
  /** Adds a message, or puts it in the place of the one with its id; its revision is higher than all others. */
  readonly put: (message: Message) => void;
  readonly get: (id: string) => Message | undefined;
  /** Those of a channel, or of one of its threads, oldest first. */
  readonly in: (channel: string, thread: string | null) => readonly Message[];
  /** Those that changed after a revision, in the order of their changes. */
  readonly after: (revision: number) => readonly Message[];
};

/** `messages`: oldest first. */
export function createMessageIndex(messages: readonly Message[]): MessageIndex {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const places = new Map<string, string[]>();
  const changed = messages.toSorted((one, other) => one.revision - other.revision);

  function addToPlace({ id, channel, thread }: Message): void {
    const place = placeOf(channel, thread);
    const ids = places.get(place);
    if (ids === undefined) places.set(place, [id]);
    else ids.push(id);
  }

  for (const message of messages) addToPlace(message);
  return {
    put: (message) => {
      const earlier = byId.get(message.id);
      if (earlier === undefined) addToPlace(message);
      else changed.splice(changed.lastIndexOf(earlier), 1);
      changed.push(message);
      byId.set(message.id, message);
    },
    get: (id) => byId.get(id),
    in: (channel, thread) => (places.get(placeOf(channel, thread)) ?? []).flatMap((id) => byId.get(id) ?? []),
    after: (revision) => changed.slice(1 + changed.findLastIndex((message) => message.revision <= revision)),
  };
}

function placeOf(channel: string, thread: string | null): string {
  return `${channel} ${thread ?? ''}`;
}
