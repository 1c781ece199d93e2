import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Application, Inbound, Outcome, Reply } from '../../../src/app/ports.ts';
import { privateMessage } from '../../simulators/discord/fixtures.ts';
import { isEphemeral, isLoading } from '../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../../simulators/discord/simulator.ts';
import { until } from '../../until.ts';
import type { Bot } from './harness.ts';
import { answering, card, later, reply, startBot } from './harness.ts';

let discord: DiscordSimulator;
let bots: Bot[];

beforeEach(async () => {
  discord = await startDiscordSimulator();
  bots = [];
});

afterEach(async () => {
  await Promise.all(bots.map(({ adapter }) => adapter.stop()));
  await discord.stop();
});

async function start(application: Application, guildId?: string): Promise<Bot> {
  const bot = await startBot(discord, application, guildId === undefined ? {} : { guildId });
  bots.push(bot);
  return bot;
}

const answered = (title: string) => expect.objectContaining({ embeds: [expect.objectContaining({ title })] });

/** An application that notes what reaches it. */
function listening(respond: Application['respond']) {
  const heard: Inbound[] = [];
  const application = answering((inbound) => {
    heard.push(inbound);
    return respond(inbound);
  });
  return { heard, application };
}

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
          manages: false,
          moderates: false,
        },
        event: interaction.id,
        at: Number((BigInt(interaction.id) >> 22n) + 1_420_070_400_000n),
        locale: 'en-GB',
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

describe('a button', () => {
  it('reaches the application by its id and is answered in a new message', async () => {
    const { heard, application } = listening(() => ({ kind: 'now', reply: reply('Views') }));
    await start(application);
    const interaction = discord.press('show:view');
    await until(() => expect(interaction.accepted).toEqual([4]));
    expect(heard).toEqual([expect.objectContaining({ kind: 'press', id: 'show:view' })]);
    expect(isEphemeral(interaction.original)).toBe(true);
  });

  it('of a message that all can see never has it replaced by a private answer', async () => {
    await start(
      answering((inbound) =>
        inbound.kind === 'press' && inbound.id === 'now'
          ? { kind: 'now', reply: reply('Private', { place: 'instead' }) }
          : later('Private', { place: 'instead' }),
      ),
    );
    for (const id of ['now', 'later']) {
      const interaction = discord.press(id);
      await until(() => expect(interaction.original?.body).toEqual(answered('Private')));
      expect(isEphemeral(interaction.original)).toBe(true);
      expect(interaction.source?.body).toEqual({ content: 'an earlier message' });
    }
  });

  it('can have its private message replaced, at once or later', async () => {
    await start(
      answering((inbound) =>
        inbound.kind === 'press' && inbound.id === 'now'
          ? { kind: 'now', reply: reply('Replaced', { place: 'instead' }) }
          : later('Replaced later', { place: 'instead' }),
      ),
    );
    const first = discord.press('now', privateMessage());
    await until(() => expect(first.source?.body).toEqual(answered('Replaced')));
    expect(first.accepted).toEqual([7]);
    const second = discord.press('later', first.source);
    await until(() => expect(second.source?.body).toEqual(answered('Replaced later')));
    expect(second.accepted).toEqual([6]);
    expect(second.followUps).toEqual([]);
  });

  it.each(['asker', 'channel'] as const)(
    'whose answer for the %s takes longer has it in a new message',
    async (audience) => {
      await start(answering(later('Later', { audience })));
      const interaction = discord.press('show:view');
      await until(() => expect(interaction.original?.body).toEqual(answered('Later')));
      expect(interaction.accepted).toEqual([5]);
      expect(isEphemeral(interaction.original)).toBe(audience === 'asker');
      expect(interaction.source?.body).toEqual({ content: 'an earlier message' });
      expect(interaction.followUps).toEqual([]);
    },
  );
});

describe('a reply with a picture', () => {
  const withPicture: Reply = {
    audience: 'asker',
    place: 'new',
    card: {
      title: 'Board',
      body: [{ kind: 'picture', alt: 'Ada leads.', picture: { kind: 'board', title: 'Week', rows: [] } }],
    },
  };
  const drawn = { embeds: [{ title: 'Board', image: { url: 'attachment://picture.png' } }] };
  const drawPicture = async () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

  it('has it attached, at once, later and in place of another message', async () => {
    const application = answering((inbound) => {
      if (inbound.kind === 'press') return { kind: 'now', reply: { ...withPicture, place: 'instead' } };
      if (inbound.command.kind === 'me') return { ...later('x'), act: async () => withPicture.card } as Outcome;
      return { kind: 'now', reply: withPicture };
    });
    bots.push(await startBot(discord, application, { drawPicture }));
    const asked = discord.command('stride');
    await until(() => expect(asked.original?.body).toMatchObject(drawn));
    expect(asked.original?.files).toHaveLength(1);
    const own = discord.use('me', null);
    await until(() => expect(own.original?.body).toMatchObject(drawn));
    const pressed = discord.press('board:2', privateMessage());
    await until(() => expect(pressed.source?.body).toMatchObject(drawn));
    expect(pressed.source?.files).toHaveLength(1);
  });

  it('is sent without it when the drawing takes too long for Discord', async () => {
    const drawForEver = () => new Promise<Uint8Array>(() => {});
    bots.push(await startBot(discord, answering({ kind: 'now', reply: withPicture }), { drawPicture: drawForEver }));
    const asked = discord.command('stride');
    await until(() => expect(asked.original?.body).toMatchObject({ embeds: [{ title: 'Board' }] }));
    expect(asked.original?.files).toHaveLength(0);
  });
});

describe('completion', () => {
  it('offers the titles of the application', async () => {
    await start(answering({ kind: 'now', reply: reply('x') }, (typed, limit) => [`${typed} and ${limit}`]));
    const interaction = discord.autocomplete('str');
    await until(() => expect(interaction.choices).toEqual([{ name: 'str and 25', value: 'str and 25' }]));
  });

  it('keeps to 25 choices of 100 characters, none of them empty or doubled', async () => {
    const titles = [
      ' ',
      'a',
      'a',
      '👩‍👩‍👧‍👦'.repeat(20),
      ...Array.from({ length: 40 }, (_, index) => `${index} `.repeat(60)),
    ];
    await start(answering({ kind: 'now', reply: reply('x') }, () => titles));
    const interaction = discord.autocomplete('');
    await until(() => expect(interaction.choices).toHaveLength(25));
  });

  it('is empty when the application fails', async () => {
    const complete = () => {
      throw new Error('no index');
    };
    const { lines } = await start(answering({ kind: 'now', reply: reply('x') }, complete));
    const interaction = discord.autocomplete('str');
    await until(() => expect(interaction.accepted).toEqual([8]));
    expect(interaction.choices).toEqual([]);
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', message: 'Completion failed.' }));
  });
});
