import type { Player } from './players.ts';

/** The playground has one scope: it stands for a workspace or a server. */
export const scope = 'playground:-';

/** Channels that everybody sees, in the order in which they are listed. */
const shared = ['general', 'study-group'] as const;

export type Channel = {
  /** How it is called in addresses: `general`, or `direct` for the conversation with the bot. */
  readonly slug: string;
  readonly key: string;
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  readonly direct: boolean;
};

const purposes = {
  general: 'Ask, and start a quiz: everybody who opens this page in another tab can play.',
  'study-group': 'A second channel with a daily question and a leaderboard of its own.',
} as const;

/** All channels as a player sees them. */
export function channelsOf(player: Player): readonly Channel[] {
  return [
    ...shared.map((slug) => ({
      slug,
      key: `${scope}:${slug}`,
      title: `#${slug}`,
      purpose: purposes[slug],
      direct: false,
    })),
    {
      slug: 'direct',
      key: directKey(player.number),
      title: 'PyTorch Bot',
      purpose: 'Only you and the bot. No slash is needed here: just ask.',
      direct: true,
    },
  ];
}

/** Key of the conversation of a player, by number, with the bot. */
export function directKey(number: number): string {
  return `${scope}:direct-${number}`;
}

/** The conversation with the bot of somebody by user key (`playground:-:3`); null for no player's key. */
export function directKeyOf(user: string): string | null {
  const number = /^playground:-:([1-9]\d{0,8})$/.exec(user)?.[1];
  return number === undefined ? null : directKey(Number(number));
}

/** True for a key that some player's page shows. */
export function isChannelKey(key: string): boolean {
  return shared.some((slug) => key === `${scope}:${slug}`) || /^playground:-:direct-[1-9]\d{0,8}$/.test(key);
}
