import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createDiscordAdapter } from '../../../../src/adapters/discord/discord-adapter.ts';
import type { Application } from '../../../../src/app/ports.ts';
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
  it('asks for no intent', async () => {
    await start();
    expect(discord.gateway.intents).toEqual([0]);
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

  it('for a token that was reset is an error in the log, and ends nothing else', async () => {
    const { lines } = await start();
    discord.gateway.close(4004);
    await until(() =>
      expect(lines).toContainEqual(
        expect.objectContaining({ level: 'error', fields: expect.objectContaining({ code: 4004 }) }),
      ),
    );
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
