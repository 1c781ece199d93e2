import { createRecent } from './recent.ts';

/**
 * The bot's own conversations with people, as far as events have shown them. In others between two people, where a slash
 * command can be used too, an answer must not be seen by the other one.
 */
export type OwnDirects = {
  readonly note: (channel: string) => void;
  readonly has: (channel: string) => boolean;
};

const kept = 10_000;

export function createOwnDirects(): OwnDirects {
  const known = createRecent<true>(kept);
  return {
    note: (channel) => known.set(channel, true),
    has: (channel) => known.get(channel) === true,
  };
}
