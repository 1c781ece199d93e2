import { expect, it } from 'vitest';
import { until } from '../until.ts';
import type { Chat } from './chat.ts';
import { openDiscordChat } from './discord-chat.ts';
import { openSlackChat } from './slack-chat.ts';
import { asked, openQuiz, refreshed, sees } from './steps.ts';

type Trouble = { readonly chat: Chat; readonly begin: () => void; readonly end: () => void };

/** Where edits do not go for a while: as each platform says so. */
const platforms: readonly { readonly platform: string; readonly open: () => Promise<Trouble> }[] = [
  ...['edit_window_closed', 'cant_update_message'].map((error) => ({
    platform: `Slack (${error})`,
    open: async () => {
      const chat = await openSlackChat();
      const { simulator } = chat;
      return {
        chat,
        begin: () => simulator.setWeather((method) => (method === 'chat.update' ? { kind: 'refused', error } : null)),
        end: () => simulator.setWeather(() => null),
      };
    },
  })),
  {
    platform: 'Slack (429)',
    open: async () => {
      const chat = await openSlackChat();
      const { simulator } = chat;
      const limited = { kind: 'rate-limited', seconds: 30 } as const;
      return {
        chat,
        begin: () => simulator.setWeather((method) => (method === 'chat.update' ? limited : null)),
        end: () => simulator.setWeather(() => null),
      };
    },
  },
  {
    platform: 'Discord (429)',
    open: async () => {
      const chat = await openDiscordChat();
      const { faults } = chat.simulator;
      return {
        chat,
        begin: () => faults.always('PATCH', /\/channels\/\d+\/messages/, { kind: 'rate-limit', retryAfter: 4 }),
        end: () => faults.clear(),
      };
    },
  },
];

it.each(platforms)(
  'an answer on $platform that cannot be an edit is a post, and the old message loses its buttons later',
  async ({ open }) => {
    const { chat, begin, end } = await open();
    const { ada, bo, channel, press, forward } = chat;
    const lobby = await openQuiz(chat, channel, 'quiz 1 5s');
    await press(bo, lobby, 'Join');
    await press(ada, lobby, 'Start now');
    const { message, right } = await asked(chat, channel, 0);
    begin();
    await press(ada, message, right, message.at + 1000);
    forward(6000);
    const answer = await sees(chat, channel, /· the answer/);
    expect([answer.id === message.id, answer.thread]).toEqual([false, lobby.id]);
    expect(await press(bo, message, 'A', message.at + 20_000)).toMatch(/too late|closed|over/i);
    expect(refreshed(chat, message).buttons.map(({ label }) => label)).toContain('A');
    end();
    await until(() => {
      forward(10_000);
      expect(refreshed(chat, message).buttons).toEqual([]);
    });
    expect(refreshed(chat, message).words).toContain('a message of its own');
  },
);
