import type { Chat } from './chat.ts';
import { openDiscordChat } from './discord-chat.ts';
import { openSlackChat } from './slack-chat.ts';

type Platform = { readonly platform: string; readonly open: (begin?: number, fast?: number) => Promise<Chat> };

/** Where every journey is made. */
export const platforms: readonly Platform[] = [
  { platform: 'Slack', open: openSlackChat },
  { platform: 'Discord', open: openDiscordChat },
];
