import type { Presented } from '../../../app/quiz/presenting.ts';
import { sharedChannels } from '../inbound/channels.ts';
import type { JoinWay } from '../pages/join-way.ts';
import { joinAddress } from './join-address.ts';
import type { FindJoinWay } from './presenter-routes.ts';

type Known = {
  /** The public address of the pages as it was configured; null if it was not. */
  readonly configured: string | null;
  /** Where the server listens. */
  readonly host: string;
  /** This machine's address in its network; null if it is in none. */
  readonly network: () => string | null;
};

/** Players of the playground's quizzes join by a page, those of others in their chat. */
export function findJoinWay({ configured, host, network }: Known): FindJoinWay {
  return (shown, context) => {
    const channel = sharedChannels().find(({ key }) => key === shown.channel);
    if (channel === undefined) return chatWay(shown);
    const opened = context.req.header('host') ?? '';
    const { origin, isLocal } = joinAddress({ configured, opened, host, network });
    return { kind: 'page', address: `${origin}/join/${channel.slug}`, isLocal };
  };
}

/** To the quiz's message in the chat, as soon as it is there. */
export function chatWay({ lobby }: Presented): JoinWay | null {
  return lobby === null ? null : { kind: 'chat', address: lobby };
}
