import { expect, it } from 'vitest';
import type { Message } from '../../simulators/discord/interactions.ts';
import type { Person } from '../../whole/chat.ts';
import { openDiscordChat } from '../../whole/discord-chat.ts';
import { bringNames, morning } from '../../whole/names-everywhere.ts';

const names = [
  '<!channel> @everyone <@100000000000000099> <#800000000000000001>',
  '**bold** _it_ ~~no~~ `code` ``` # [a](https://b.example) ||s||',
  '\u202edesrever \u2067\u200f \u05d0\u05d1\u05d2',
  '😀'.repeat(100),
];

/** All that a message says, as it was sent. */
function textOf({ body }: Message): string {
  const embeds = (body['embeds'] ?? []) as readonly { readonly title?: string; readonly description?: string }[];
  return embeds.map(({ title = '', description = '' }) => `${title}\n${description}`).join('\n');
}

/** Mentions of anybody but these people, and code that a name has closed. */
function marksIn(text: string, people: readonly Person[]): readonly string[] {
  const fences = text.split('```').length - 1;
  const outside = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`]*`/g, '');
  const mentions =
    outside.match(/(?<!\\)<[@#!][^>]*>|(?<!\\)@(?:everyone|here)|(?<!\\)\|\||\]\(https:\/\/b\.example/g) ?? [];
  const strange = mentions.filter((mention) => !people.some(({ id }) => mention === `<@${id}>`));
  return [...strange, ...(fences % 2 === 0 ? [] : [text])];
}

it('lets no name on Discord call anybody, become a format or turn the words behind it', async () => {
  const chat = await openDiscordChat(morning);
  const { simulator, channel } = chat;
  const people = names.map((name, index) => chat.createPerson(100 + index, name));
  const day = await bringNames(chat, people);
  const inChannels = [channel, day.lobby.id].flatMap((id) => simulator.channels.get(id).messages);
  const sent = [...inChannels.filter(({ body }) => body['type'] !== 21), ...chat.answers];
  expect(sent.length).toBeGreaterThan(15);
  for (const each of sent) {
    expect(each.body['allowed_mentions']).toEqual({ parse: [] });
    expect(each.body['content'] ?? '').toBe('');
    expect(marksIn(textOf(each), [...people, chat.boss])).toEqual([]);
  }
  expect(JSON.stringify([sent.map(({ body }) => body), simulator.calls])).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(day.lobby.words).toContain('4 players: <@');
  for (const refusal of day.refusals) expect(refusal).toContain('Only <@');
  for (const words of [day.result.words, day.board]) {
    expect(words).toContain('<!channel> @everyone');
    expect(words).toContain('desrever');
    expect(words).toContain('😀'.repeat(10));
  }
});
