import { expect, it } from 'vitest';
import type { Outcome } from '../../../../src/app/ports.ts';
import { isEphemeral } from '../../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { answered, answering, card, useDiscord } from '../harness.ts';

let discord: DiscordSimulator;
const { bots, start } = useDiscord((simulator) => {
  discord = simulator;
});

const callback = /\/callback$/;
const callbacks = () => discord.calls.filter(({ path }) => callback.test(path));
const other = (path: string) => !callback.test(path) && path.startsWith('/webhooks/');

/** An outcome that may be acted on before the acknowledgement, and how often that was begun. */
function acting(act: (time: number) => Promise<string>) {
  const begun: number[] = [];
  const outcome: Outcome = {
    kind: 'later',
    audience: 'asker',
    place: 'new',
    idempotent: true,
    act: async () => {
      begun.push(begun.length);
      return card(await act(begun.length));
    },
  };
  return { begun, application: answering(outcome) };
}

/** All bots have finished what they had to do. */
const stopped = () => Promise.all(bots.map(({ adapter }) => adapter.stop()));

it('the answer to an idempotent event is its acknowledgement: one request in all', async () => {
  await start(acting(async () => 'Done').application);
  const press = discord.press('pick:q:0:1');
  await until(() => expect(press.original?.body).toEqual(answered('Done')));
  await stopped();
  expect(press.accepted).toEqual([4]);
  expect(isEphemeral(press.original)).toBe(true);
  expect(callbacks()).toHaveLength(1);
  expect(discord.calls.filter(({ path }) => other(path))).toEqual([]);
});

it('what takes too long is acknowledged meanwhile, and its answer follows', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { begun, application } = acting(() => promise);
  await start(application);
  const press = discord.press('pick:q:0:1');
  await until(() => expect(press.accepted).toEqual([5]));
  resolve('Done');
  await until(() => expect(press.original?.body).toEqual(answered('Done')));
  expect(isEphemeral(press.original)).toBe(true);
  expect(begun).toHaveLength(1);
});

it('two processes may both act, and one answer is shown', async () => {
  const { begun, application } = acting(async () => 'Done');
  await Promise.all([start(application), start(application)]);
  const presses = Array.from({ length: 10 }, () => discord.press('pick:q:0:1'));
  await until(() => expect(presses.every(({ original }) => original?.body['embeds'] !== undefined)).toBe(true));
  await stopped();
  expect(begun).toHaveLength(20);
  expect(presses.map(({ accepted }) => accepted)).toEqual(presses.map(() => [4]));
  expect(presses.flatMap(({ followUps }) => followUps)).toEqual([]);
});

it('of two processes with a slow store one answers', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { application } = acting(() => promise);
  await Promise.all([start(application), start(application)]);
  const press = discord.press('pick:q:0:1');
  await until(() => expect(callbacks()).toHaveLength(2));
  resolve('Done');
  await until(() => expect(press.original?.body).toEqual(answered('Done')));
  await stopped();
  expect(press.accepted).toEqual([5]);
  expect(discord.calls.filter(({ path }) => other(path))).toHaveLength(1);
});

it('what failed is tried once more when the acknowledgement is ours', async () => {
  const { application } = acting(async (time) => {
    if (time === 1) throw new Error('The database is away.');
    return 'Done';
  });
  await start(application);
  const press = discord.press('pick:q:0:1');
  await until(() => expect(press.original?.body).toEqual(answered('Done')));
  expect(press.accepted).toEqual([5]);
});

it('what goes on failing is told, privately', async () => {
  const { begun, application } = acting(async () => {
    throw new Error('The database is away.');
  });
  await start(application);
  const press = discord.press('pick:q:0:1');
  await until(() => expect(press.original?.body).toEqual(answered('That went wrong')));
  expect(isEphemeral(press.original)).toBe(true);
  expect(begun).toHaveLength(2);
});

it('an event that is delivered again is answered once, by the first that was said', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { begun, application } = acting(() => promise);
  await start(application);
  const press = discord.press('pick:q:0:1');
  await until(() => expect(begun).toHaveLength(1));
  const [session] = discord.gateway.sessions.values();
  discord.gateway.dispatch('INTERACTION_CREATE', session?.sent.at(-1)?.['d']);
  const after = discord.press('pick:q:0:2');
  await until(() => expect(begun).toHaveLength(2));
  resolve('Done');
  for (const interaction of [press, after])
    await until(() => expect(interaction.original?.body).toEqual(answered('Done')));
  await stopped();
  expect(begun).toHaveLength(2);
  expect(callbacks()).toHaveLength(2);
});
