import type { Bank } from '../../src/core/bank.ts';
import type { Chat } from './chat.ts';
import { openDiscordChat } from './discord-chat.ts';
import { openSlackChat } from './slack-chat.ts';

type Platform = {
  readonly platform: string;
  /** `beside`: banks beside the one that we ship, each under its name. */
  readonly open: (begin?: number, fast?: number, beside?: readonly Bank[]) => Promise<Chat>;
};

/** Where every journey is made. */
export const platforms: readonly Platform[] = [
  { platform: 'Slack', open: (begin, fast, beside) => openSlackChat(begin, fast, undefined, beside) },
  { platform: 'Discord', open: openDiscordChat },
];
