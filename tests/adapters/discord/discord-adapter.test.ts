import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Application, Inbound } from '../../../src/app/ports.ts';
import { isEphemeral, isLoading } from '../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../../simulators/discord/simulator.ts';
import type { Bot } from './harness.ts';
import { answering, card, reply, startBot } from './harness.ts';

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
  const bot = await startBot(discord, application, guildId);
  bots.push(bot);
  return bot;
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 5000, interval: 10 });
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
        },
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
      caller: { scope: 'discord:-', user: 'discord:-:100000000000000042' },
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
      return reply('Later');
    };
    await start(answering({ kind: 'later', act }));
    const interaction = discord.command('stride');
    await until(() => expect(acknowledged).toEqual([5]));
    expect(isLoading(interaction.original)).toBe(true);
    release();
    await until(() => expect(interaction.original?.body).toEqual(answered('Later')));
    expect(isLoading(interaction.original)).toBe(false);
    expect(isEphemeral(interaction.original)).toBe(true);
    expect(interaction.followUps).toEqual([]);
  });

  it('that takes longer can still be answered to the channel', async () => {
    await start(answering({ kind: 'later', act: async () => reply('For all', { audience: 'channel' }) }));
    const interaction = discord.command('stride');
    await until(() => expect(interaction.followUps).toHaveLength(1));
    expect(interaction.original?.deleted).toBe(true);
    expect(interaction.followUps[0]?.body).toEqual(answered('For all'));
    expect(isEphemeral(interaction.followUps[0])).toBe(false);
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

  it('that is unknown is left alone', async () => {
    const { heard, application } = listening(() => ({ kind: 'now', reply: reply('x') }));
    const { lines } = await start(application);
    discord.gateway.dispatch('INTERACTION_CREATE', { ...discord.unknownCommand() });
    await until(() => expect(lines.map(({ message }) => message)).toContain('An unknown interaction.'));
    expect(heard).toEqual([]);
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

  it('can have its message replaced, at once or later', async () => {
    await start(
      answering((inbound) =>
        inbound.kind === 'press' && inbound.id === 'now'
          ? { kind: 'now', reply: reply('Replaced', { place: 'instead' }) }
          : { kind: 'later', act: async () => reply('Replaced later', { place: 'instead' }) },
      ),
    );
    const first = discord.press('now');
    await until(() => expect(first.source?.body).toEqual(answered('Replaced')));
    expect(first.accepted).toEqual([7]);
    const second = discord.press('later', first.source);
    await until(() => expect(second.source?.body).toEqual(answered('Replaced later')));
    expect(second.accepted).toEqual([6]);
    expect(second.followUps).toEqual([]);
  });

  it('whose answer takes longer gets it in a message of its own', async () => {
    await start(answering({ kind: 'later', act: async () => reply('Later') }));
    const interaction = discord.press('show:view');
    await until(() => expect(interaction.followUps[0]?.body).toEqual(answered('Later')));
    expect(isEphemeral(interaction.followUps[0])).toBe(true);
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
