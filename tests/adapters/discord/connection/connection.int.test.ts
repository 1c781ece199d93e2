import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createDiscordAdapter } from '../../../../src/adapters/discord/discord-adapter.ts';
import type { Application } from '../../../../src/app/ports.ts';
import type { Fault } from '../../../../src/core/fault.ts';
import { roundTrips } from '../../../round-trip.ts';
import { applicationId, botToken } from '../../../simulators/discord/fixtures.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { answering, card, createLineLog, reply, useDiscord } from '../harness.ts';

let discord: DiscordSimulator;
const { start: startWith } = useDiscord((simulator) => {
  discord = simulator;
});

const application = answering({ kind: 'now', reply: reply('Stride') });
const puts = () => discord.calls.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));

const start = (served: Application = application, guildId?: string) =>
  startWith(served, guildId === undefined ? {} : { guildId });
async function startFailure(token: string, apiUrl: string): Promise<unknown> {
  const adapter = createDiscordAdapter({ config: { token, apiUrl }, application, log: createLineLog().log });
  const failure = await adapter.start().then(
    () => null,
    (error: unknown) => error,
  );
  await adapter.stop();
  return failure;
}

describe('the start', () => {
  it('asks for servers alone, to hear when it is removed from one', async () => {
    await start();
    expect(discord.gateway.intents).toEqual([1]);
  });

  it('that Discord closes for good says so, and what to do about it', async () => {
    discord.gateway.refuse = 4014;
    expect(await startFailure(botToken, discord.apiUrl)).toMatchObject({
      code: 'discord-closed',
      message: expect.stringContaining('close code 4014'),
    });
  });

  it('with a token that Discord does not take names the variable and where to get it right, and not the token', async () => {
    const token = 'OTAw.wrong.secret-part';
    const fault = await startFailure(token, discord.apiUrl);
    expect(fault).toMatchObject({
      code: 'discord-token',
      hint: expect.stringMatching(/DISCORD_TOKEN.*discord\.com\/developers\/applications/),
    });
    expect(JSON.stringify(fault) + String(fault)).not.toContain('secret-part');
  });

  it('without a way to Discord says so', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await startFailure(botToken, `http://127.0.0.1:${port}/api`)).toMatchObject({ code: 'discord-unreachable' });
  });

  it('while Discord is down says so', async () => {
    for (let time = 0; time < 4; time += 1)
      discord.faults.next('GET', /gateway/, { kind: 'status', status: 503, when: 'before' });
    expect(await startFailure(botToken, discord.apiUrl)).toMatchObject({ code: 'discord-unreachable' });
  });
});

describe('the commands', () => {
  const everywhere = `/applications/${applicationId}/commands`;

  it('are registered once, and again only after a change', async () => {
    await start();
    const registered = discord.commands.get(everywhere) ?? [];
    expect(registered).toContainEqual(
      expect.objectContaining({ name: 'pytorch', contexts: [0, 1, 2], integration_types: [0, 1] }),
    );
    await start();
    expect(puts()).toHaveLength(1);
    const [first, ...others] = registered;
    discord.commands.set(everywhere, [{ ...first, description: 'An older description' }, ...others]);
    await start();
    expect(puts()).toHaveLength(2);
  });

  it('are registered in one server when it is named', async () => {
    await start(application, '700000000000000001');
    await start(application, '700000000000000001');
    expect(puts().map(({ path }) => path)).toEqual([
      `/applications/${applicationId}/guilds/700000000000000001/commands`,
    ]);
  });

  it('that cannot be registered are logged, and what was registered before goes on working', async () => {
    discord.faults.next('GET', /commands$/, { kind: 'status', status: 403, when: 'before' });
    const { lines } = await start();
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'error', message: expect.stringContaining('could not be registered') }),
    );
    const interaction = discord.command('stride');
    await until(() => expect(interaction.accepted).toEqual([4]));
  });
});

describe('a lost connection', () => {
  it('is taken up again, and what was missed is answered', async () => {
    await start();
    discord.gateway.drop();
    const interaction = discord.command('stride');
    await until(() => expect(interaction.accepted).toEqual([4]));
    expect(discord.gateway.received.filter((name) => name !== 'heartbeat')).toEqual(['identify', 'resume']);
  });

  it('that Discord asked for is taken up again', async () => {
    await start();
    discord.gateway.command(7);
    const interaction = discord.command('stride');
    await until(() => expect(interaction.accepted).toEqual([4]));
  });

  it('whose session is over begins a new one', async () => {
    await start();
    discord.gateway.command(9);
    await until(() => expect(discord.gateway.received.filter((name) => name === 'identify')).toHaveLength(2));
    await until(() => expect(discord.gateway.sessions.size).toBe(1));
    const interaction = discord.command('stride');
    await until(() => expect(interaction.accepted).toEqual([4]));
  });

  it('is told with its cure, and told again when it is back', async () => {
    const { adapter } = await start();
    expect(adapter.connection?.state()).toMatchObject({ connected: true, trouble: null });
    discord.gateway.mute = true;
    discord.gateway.drop();
    await until(() =>
      expect(adapter.connection?.state()).toMatchObject({
        connected: false,
        trouble: { problem: expect.stringContaining('gateway'), cure: expect.stringContaining('discordstatus.com') },
      }),
    );
    discord.gateway.mute = false;
    discord.gateway.drop();
    await until(() => expect(adapter.connection?.state()).toMatchObject({ connected: true, trouble: null }));
  });

  it.each([
    [4004, 'discord-token', /DISCORD_TOKEN/],
    [4010, 'discord-closed', /DISCORD_SHARDS/],
    [4011, 'discord-closed', /DISCORD_SHARDS/],
    [4012, 'discord-closed', /Update the bot/],
    [4013, 'discord-closed', /Update the bot/],
    [4014, 'discord-closed', /discord\.com\/developers\/applications/],
  ])('with close code %d has ended for good, and the cure is told', async (closeCode, code, hint) => {
    const { adapter } = await start();
    const ended: Fault[] = [];
    adapter.connection?.watch({ lost: () => {}, heard: () => {}, ended: (fault) => ended.push(fault) });
    discord.gateway.close(closeCode);
    await until(() => expect(ended).toHaveLength(1));
    expect(ended[0]).toMatchObject({ code, hint: expect.stringMatching(hint) });
    expect(adapter.connection?.state()).toMatchObject({ connected: false, trouble: { problem: ended[0]?.message } });
  });
});

describe('the stop', () => {
  it('waits for what is under way and takes nothing new', async () => {
    let finish = () => {};
    let acting = false;
    const act = async () => {
      acting = true;
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return card('Finished');
    };
    const { adapter } = await start(answering({ kind: 'later', audience: 'asker', place: 'new', act }));
    const interaction = discord.command('stride');
    await until(() => expect(acting).toBe(true));
    let stopped = false;
    const stopping = adapter.stop().then(() => {
      stopped = true;
    });
    const late = discord.command('too late');
    await roundTrips();
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(interaction.original?.body).toMatchObject({ embeds: [{ title: 'Finished' }] });
    expect(late.accepted).toEqual([]);
  });
});
