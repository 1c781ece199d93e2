import { platformOf } from '../person-keys.ts';
import type { MessageLinks } from '../quiz/addresses.ts';
import type { Messenger } from './messenger.ts';

/** The addresses of messages and threads, by the messenger of their platform. */
export function linkBy(messengers: ReadonlyMap<string, Messenger>): MessageLinks {
  const of = (channel: string) => messengers.get(platformOf(channel));
  return {
    message: (channel, message) => of(channel)?.link(channel, message) ?? null,
    thread: (channel, message) => of(channel)?.threadLink(channel, message) ?? null,
  };
}

/** The name of a scope, by the messenger of its platform. */
export function nameBy(messengers: ReadonlyMap<string, Messenger>) {
  return async (scope: string): Promise<string | null> =>
    (await messengers.get(platformOf(scope))?.nameOf?.(scope)) ?? null;
}
