import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../simulators/discord/fixtures.ts';
import { isEphemeral } from '../../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { answered, useListeningBot } from '../harness.ts';

let discord: DiscordSimulator;
const heard = useListeningBot((simulator) => {
  discord = simulator;
});

async function titled(interaction: ReturnType<DiscordSimulator['use']>, title: string): Promise<void> {
  await until(() => expect(interaction.original?.body).toEqual(answered(title)));
  expect(isEphemeral(interaction.original)).toBe(true);
}

const [text, forum] = ['800000000000000501', '800000000000000502'];
const kinds: readonly (readonly [string, Partial<Scene>, boolean])[] = [
  ['a text channel', { channelType: 0 }, true],
  ['an announcement channel', { channelType: 5 }, true],
  ['a thread of a text channel', { channel: '800000000000000601', parent: text }, true],
  ['a voice channel', { channelType: 2 }, false],
  ['a stage channel', { channelType: 13 }, false],
  ['a post in a forum', { channel: '800000000000000602', parent: forum }, false],
];

describe('a quiz', () => {
  it.each(kinds)('in %s starts, or is refused at once with a word where it works', async (_, scene, works) => {
    discord.channels.setType(forum, 15);
    const title = works ? 'Understood' : 'Not in this kind of channel';
    const started = discord.use('quiz', 'start', {}, scene);
    await titled(started, title);
    await titled(discord.command('quiz 5', scene), title);
    expect(heard).toHaveLength(works ? 2 : 0);
    if (!works) expect(JSON.stringify(started.original?.body)).toContain('a text or announcement channel');
  });

  it('is none of its orders, nor a look-up: these work everywhere', async () => {
    await titled(discord.use('quiz', 'stop', {}, { channelType: 2 }), 'Understood');
    await titled(discord.command('what is stride', { channelType: 13 }), 'Understood');
  });

  it('starts where Discord does not tell what kind of channel a thread hangs in', async () => {
    discord.faults.next('GET', /^\/channels\//, { kind: 'status', status: 403, code: 50_001, when: 'before' });
    await titled(
      discord.use('quiz', 'start', {}, { channel: '800000000000000603', parent: '800000000000000503' }),
      'Understood',
    );
  });
});

describe('a daily question', () => {
  it('is refused in a forum, which has no messages of its own, and works beside a voice channel', async () => {
    discord.channels.setType(forum, 15);
    const typed = { time: '09:00', zone: 'Europe/Berlin' };
    const scene = { channel: '800000000000000602', parent: forum };
    await titled(discord.use('daily', 'on', typed, scene), 'Not in this kind of channel');
    await titled(discord.use('daily', 'on', typed, { channelType: 2 }), 'Understood');
  });
});
