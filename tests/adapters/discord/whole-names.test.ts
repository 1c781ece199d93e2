import { expect, it } from 'vitest';
import type { Message } from '../../simulators/discord/interactions.ts';
import { asked, boss, dailyLetters, openQuiz, openServer, revealed, sees } from './whole-steps.ts';

const channel = '800000000000000151';
const hour = 3_600_000;
const names = [
  '<!channel> @everyone <@100000000000000099> <#800000000000000001>',
  '**bold** _it_ ~~no~~ `code` ``` # [a](https://b.example) ||s||',
  '\u202edesrever \u2067\u200f \u05d0\u05d1\u05d2',
  '😀'.repeat(100),
];
const people = names.map((name, index) => ({ id: `10000000000000005${index}`, name }));

/** All that a message says, as it was sent. */
function textOf({ body }: Message): string {
  const embeds = (body['embeds'] ?? []) as readonly { readonly title?: string; readonly description?: string }[];
  return embeds.map(({ title = '', description = '' }) => `${title}\n${description}`).join('\n');
}

/** Mentions of anybody but the players, and code that a name has closed. */
function marksIn(text: string): readonly string[] {
  const fences = text.split('```').length - 1;
  const outside = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`]*`/g, '');
  const mentions =
    outside.match(/(?<!\\)<[@#!][^>]*>|(?<!\\)@(?:everyone|here)|(?<!\\)\|\||\]\(https:\/\/b\.example/g) ?? [];
  const strange = mentions.filter((mention) => !people.some(({ id }) => mention === `<@${id}>`));
  return [...strange, ...(fences % 2 === 0 ? [] : [text])];
}

it('lets no name on Discord call anybody, become a format or turn the words behind it', async () => {
  const server = await openServer({ begin: Date.UTC(2026, 10, 2, 8) });
  const { discord, press, use, forward } = server;
  const [first = boss, second = boss] = people;
  await use(boss, channel, 'daily', 'on', { time: '09:00', zone: 'UTC' });
  forward(hour);
  const daily = await sees(server, channel, /Daily question/);
  const { right: letter } = await dailyLetters(server, channel);
  for (const who of people) await press(who, daily, letter);

  const lobby = await openQuiz(server, channel, { count: 1 }, first);
  for (const who of people) await press(who, lobby, 'Join');
  forward(2500);
  await sees(server, channel, /4 players: <@/);
  expect(await press(second, lobby, 'Start now')).toContain('Only <!channel>');
  await press(first, lobby, 'Start now');
  const { message, right } = await asked(server, channel, 0);
  for (const [index, who] of people.entries()) await press(who, message, right, message.at + 1000 * (index + 1));
  await revealed(server, message);
  const result = await sees(server, channel, /The quiz is over/);
  await sees(server, channel, /the result/);
  const board = await use(first, channel, 'leaderboard', null);
  expect(board).toContain('1,400');
  forward(24 * hour);
  await sees(server, channel, /First right/);

  const inChannels = [channel, lobby.id].flatMap((id) => discord.channels.get(id).messages);
  const sent = [...inChannels.filter(({ body }) => body['type'] !== 21), ...server.answers];
  expect(sent.length).toBeGreaterThan(15);
  for (const each of sent) {
    expect(each.body['allowed_mentions']).toEqual({ parse: [] });
    expect(each.body['content'] ?? '').toBe('');
    expect(marksIn(textOf(each))).toEqual([]);
  }
  expect(JSON.stringify([sent.map(({ body }) => body), discord.calls])).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  for (const words of [result.words, board]) {
    expect(words).toContain('<!channel> @everyone');
    expect(words).toContain('desrever');
    expect(words).toContain('😀'.repeat(10));
  }
});
