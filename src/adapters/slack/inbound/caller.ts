import type { Caller } from '../../../app/ports.ts';
import { somebody } from '../cards/nameless.ts';
import { isDirect } from '../connection/direct-channel.ts';
import type { Recent } from './recent.ts';
import { createRecent } from './recent.ts';

/** Slack's own ids, as far as an event has them. */
export type Origin = {
  readonly team: string | undefined;
  /** Absent outside conversations: on the app's own page. */
  readonly channel: string | undefined;
  readonly user: string | undefined;
  /** Absent in events of the Events API. */
  readonly name: string | undefined;
  /** Spoken or pressed in a thread of the channel. */
  readonly inThread?: boolean;
};

export type ToCaller = (origin: Origin) => Caller;

type Options = {
  /**
   * Ids of the people who may decide for a channel; in a direct conversation with the bot, the person always may. If
   * null, everybody may change the daily question, and nobody may control another person's quiz: Slack only says who
   * created a channel or runs a workspace to bots that may read its channels or members. Nobody decides on suggestions then.
   */
  readonly managers: readonly string[] | null;
  /**
   * The workspace in which the bot is installed. In a channel shared with another organisation, events may name the
   * other one, although the channel is the same. Null if installed for a whole organisation.
   */
  readonly home: string | null;
};

const namesKept = 10_000;

/** Makes callers from Slack's ids. Names are remembered, since mentions and direct messages come without them. */
export function createToCaller({ managers, home }: Options): ToCaller {
  const names: Recent<string> = createRecent(namesKept);
  return ({ team = '-', channel = '-', user = '-', name = '', inThread = false }) => {
    const scope = home ?? team;
    const direct = isDirect(channel);
    const isNamed = managers?.includes(user) ?? false;
    if (name !== '') names.set(user, name);
    const known = name === '' ? names.get(user) : name;
    return {
      scope: `slack:${scope}`,
      channel: `slack:${scope}:${channel}`,
      user: `slack:${scope}:${user}`,
      name: known ?? somebody,
      ...(known === undefined ? { nameless: true } : {}),
      direct,
      ...(inThread && !direct ? { thread: 'part' } : {}),
      // An organisation's ids are the same in all of its workspaces; else there is only the one.
      ...(home === null ? { elsewhere: direct ? 'meant' : 'apart' } : {}),
      ...(isNamed ? { governs: true } : {}),
      manages: direct || isNamed || managers === null,
      moderates: direct || isNamed,
      ...(isNamed ? { reviews: true } : {}),
    };
  };
}
