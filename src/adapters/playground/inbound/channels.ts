import type { Subject } from '../../../core/bank.ts';
import type { Player } from './players.ts';

/** The playground's only scope; stands for a workspace or a server. */
export const scope = 'playground:-';

/** Channels that everybody sees, in the order of the list. */
const shared = ['general', 'study-group'] as const;

export type Channel = {
  /** Its name in addresses: `general`, or `direct` for the conversation with the bot. */
  readonly slug: string;
  readonly key: string;
  readonly title: string;
  /** Its purpose, in a sentence. */
  readonly purpose: string;
  readonly direct: boolean;
};

const purposes = {
  general: 'Ask, and start a quiz: everybody who opens this page in another tab can play.',
  'study-group': 'A second channel with a daily question and a leaderboard of its own.',
} as const;

/** What the bot is called. */
export function botName({ name }: Subject): string {
  return `${name} Bot`;
}

/** The channels that everybody sees. */
export function sharedChannels(): readonly Channel[] {
  return shared.map((slug) => ({
    slug,
    key: `${scope}:${slug}`,
    title: `#${slug}`,
    purpose: purposes[slug],
    direct: false,
  }));
}

/** All channels as a player sees them. */
export function channelsOf(player: Player, subject: Subject): readonly Channel[] {
  return [
    ...sharedChannels(),
    {
      slug: 'direct',
      key: directKey(player.number),
      title: botName(subject),
      purpose: 'Only you and the bot. No slash is needed here: just ask.',
      direct: true,
    },
  ];
}

/** Key of a player's conversation with the bot, by the player's number. */
function directKey(number: number): string {
  return `${scope}:direct-${number}`;
}

/** A person's conversation with the bot, by user key (`playground:-:3`); null if the key is not a player's. */
export function directKeyOf(user: string): string | null {
  const number = /^playground:-:([1-9]\d{0,8})$/.exec(user)?.[1];
  return number === undefined ? null : directKey(Number(number));
}

/** True for the key of a channel that some player can see. */
export function isChannelKey(key: string): boolean {
  return shared.some((slug) => key === `${scope}:${slug}`) || /^playground:-:direct-[1-9]\d{0,8}$/.test(key);
}
