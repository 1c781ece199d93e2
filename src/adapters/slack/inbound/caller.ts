import type { Caller } from '../../../app/ports.ts';
import { isDirect } from '../connection/direct-channel.ts';
import type { Recent } from './recent.ts';
import { createRecent } from './recent.ts';

/** Slack's own ids, as far as an event has them. */
export type Origin = {
  readonly team: string | undefined;
  /** Absent outside of conversations: on the page that the app has of its own. */
  readonly channel: string | undefined;
  readonly user: string | undefined;
  /** Absent from the events of the Events API. */
  readonly name: string | undefined;
};

export type ToCaller = (origin: Origin) => Caller;

type Options = {
  /**
   * Ids of the people who may decide for a channel; in a conversation with the bot alone that is who has it. Where nobody
   * is named (null), everybody may for the daily question, and nobody over another person's quiz: Slack tells who has made
   * a channel or runs a workspace only to bots that may read its channels or its members.
   */
  readonly managers: readonly string[] | null;
  /**
   * The workspace that the bot is installed in. In a channel shared with another organisation events may name the other
   * one, although the channel is one and the same. Null for an installation in a whole organisation.
   */
  readonly home: string | null;
};

const namesKept = 10_000;

/** For people whose name is not known. */
const somebody = 'someone';

/** Callers from Slack's ids. Names are remembered, since a mention and a direct message come without. */
export function createToCaller({ managers, home }: Options): ToCaller {
  const names: Recent<string> = createRecent(namesKept);
  return ({ team = '-', channel = '-', user = '-', name = '' }) => {
    const scope = home ?? team;
    const direct = isDirect(channel);
    const isNamed = managers?.includes(user) ?? false;
    if (name !== '') names.set(user, name);
    return {
      scope: `slack:${scope}`,
      channel: `slack:${scope}:${channel}`,
      user: `slack:${scope}:${user}`,
      name: name === '' ? (names.get(user) ?? somebody) : name,
      direct,
      manages: direct || isNamed || managers === null,
      moderates: direct || isNamed,
    };
  };
}
