import { describe, expect, it } from 'vitest';
import { isEphemeral, isLoading } from '../../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { answered, answering, card, later, listening, reply, useDiscord } from '../harness.ts';

let discord: DiscordSimulator;
const { start } = useDiscord((simulator) => {
  discord = simulator;
});

describe('a command', () => {
  it('reaches the application with its text and who asked, and is answered only to them', async () => {
    const { heard, application } = listening(() => ({ kind: 'now', reply: reply('Stride') }));
    await start(application);
    const interaction = discord.command('what is stride', { name: 'Grace' });
    await until(() => expect(interaction.accepted).toEqual([4]));
    expect(interaction.original?.body).toEqual(answered('Stride'));
    expect(isEphemeral(interaction.original)).toBe(true);
    expect(heard).toEqual([
      {
        kind: 'command',
        command: { kind: 'ask', query: 'what is stride' },
        caller: {
          scope: 'discord:700000000000000001',
          channel: 'discord:700000000000000001:800000000000000001',
          user: 'discord:700000000000000001:100000000000000042',
          name: 'Grace',
          direct: false,
          elsewhere: 'apart',
          manages: false,
          moderates: false,
        },
        event: interaction.id,
        at: Number((BigInt(interaction.id) >> 22n) + 1_420_070_400_000n),
        locale: 'en-GB',
        hindrance: expect.any(Function),
      },
    ]);
  });

  it('is answered to the channel when the reply is for the channel', async () => {
    await start(answering({ kind: 'now', reply: reply('Stride', { audience: 'channel' }) }));
    const interaction = discord.command('stride');
    await until(() => expect(interaction.original?.body).toEqual(answered('Stride')));
    expect(isEphemeral(interaction.original)).toBe(false);
  });

  it('works in a direct message', async () => {
    const { heard, application } = listening(() => ({ kind: 'now', reply: reply('Stride') }));
    await start(application);
    const interaction = discord.command('help', { guild: null });
    await until(() => expect(interaction.accepted).toEqual([4]));
    expect(heard[0]).toMatchObject({
      command: { kind: 'help' },
      caller: { scope: 'discord:-', user: 'discord:-:100000000000000042', direct: true, manages: true },
    });
  });

  it('that takes longer is acknowledged before anything is done, and answered in the same place', async () => {
    let release = () => {};
    let acknowledged: readonly number[] = [];
    const act = async () => {
      acknowledged = [...interaction.accepted];
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return card('Later');
    };
    await start(answering({ kind: 'later', audience: 'asker', place: 'new', act }));
    const interaction = discord.command('stride');
    await until(() => expect(acknowledged).toEqual([5]));
    expect(isLoading(interaction.original)).toBe(true);
    release();
    await until(() => expect(interaction.original?.body).toEqual(answered('Later')));
    expect(isLoading(interaction.original)).toBe(false);
    expect(isEphemeral(interaction.original)).toBe(true);
    expect(interaction.followUps).toEqual([]);
  });

  it('that takes longer is answered to the channel when that was told beforehand', async () => {
    await start(answering(later('For all', { audience: 'channel' })));
    const interaction = discord.command('stride');
    await until(() => expect(interaction.original?.body).toEqual(answered('For all')));
    expect(interaction.accepted).toEqual([5]);
    expect(isEphemeral(interaction.original)).toBe(false);
    expect(interaction.followUps).toEqual([]);
  });

  it('has its consequences only after the answer was taken', async () => {
    const order: string[] = [];
    await start(
      answering({
        kind: 'now',
        reply: reply('Stride'),
        afterwards: async () => void order.push(`after ${interaction.accepted}`),
      }),
    );
    const interaction = discord.command('stride');
    await until(() => expect(order).toEqual(['after 4']));
  });

  it.each([
    '<!channel>',
    '@everyone <@1> <@&2>',
    '*'.repeat(6000),
    'a'.repeat(6000),
    '\u0000\u0007\u001b[31m',
    '\u202eabc',
    '👩‍👩‍👧‍👦',
    '```\n# h',
    ' ',
  ])('with the text %j is answered within all limits and pings nobody', async (text) => {
    await start(
      answering((inbound) => ({
        kind: 'now',
        reply: {
          ...reply('x'),
          card: card(text, inbound.kind === 'command' && inbound.command.kind === 'ask' ? inbound.command.query : ''),
        },
      })),
    );
    const interaction = discord.command(text);
    await until(() => expect(interaction.accepted).toEqual([4]));
    expect(interaction.original?.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it('whose answer does not fit is logged', async () => {
    const { lines } = await start(
      answering({ kind: 'now', reply: { ...reply('x'), card: card('Long', 'word '.repeat(2000)) } }),
    );
    discord.command('stride');
    await until(() =>
      expect(lines).toContainEqual(
        expect.objectContaining({
          level: 'warn',
          fields: expect.objectContaining({ losses: [{ part: 'text', how: 'shortened' }] }),
        }),
      ),
    );
  });

  it.each([
    ['command', { type: 2, data: { id: '1', name: 'other', type: 1 } }],
    [
      'command',
      { type: 2, data: { id: '1', name: 'daily', type: 1, options: [{ name: 'later', type: 1, options: [] }] } },
    ],
    ['command', { type: 2, data: { id: '1', name: 'Other', type: 3, target_id: '5', resolved: { messages: {} } } }],
    ['command', { type: 2, data: { id: '1', name: 'Who', type: 2, target_id: '5', resolved: { users: {} } } }],
    [
      'button',
      { type: 3, data: { custom_id: 'a', component_type: 3, values: ['b'] }, message: { id: '5', channel_id: '6' } },
    ],
    ['modal', { type: 5, data: { custom_id: 'a', components: [] } }],
  ] as const)(
    'or control (%s %j) that this bot does not have gets a polite answer in private',
    async (kind, fields) => {
      const { heard, application } = listening(() => ({ kind: 'now', reply: reply('x') }));
      await start(application);
      const interaction = discord.strange(kind, fields);
      await until(() => expect(interaction.original?.body).toEqual(answered('I do not know that one')));
      expect(isEphemeral(interaction.original)).toBe(true);
      expect(heard).toEqual([]);
    },
  );

  it('or option that is unknown has no suggestions', async () => {
    await start(answering({ kind: 'now', reply: reply('x') }, () => ['a']));
    const data = { id: '1', name: 'other', type: 1, options: [{ name: 'what', type: 3, value: 'a', focused: true }] };
    const interaction = discord.strange('autocomplete', { type: 4, data });
    await until(() => expect(interaction.accepted).toEqual([8]));
    expect(interaction.choices).toEqual([]);
  });
});
