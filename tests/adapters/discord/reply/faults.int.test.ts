import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../simulators/discord/faults.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { answered, answering, card, later, reply, useDiscord } from '../harness.ts';

let discord: DiscordSimulator;
const { bots, start } = useDiscord((simulator) => {
  discord = simulator;
});

const callback = /\/callback$/;

/** An application that counts how often it has acted. */
function counting() {
  const acts: string[] = [];
  const application = answering({
    kind: 'later',
    audience: 'asker',
    place: 'new',
    act: async () => {
      acts.push('acted');
      return card('Done');
    },
  });
  return { acts, application };
}

describe('two processes on one interaction', () => {
  it('act once, whichever is acknowledged first', async () => {
    const { acts, application } = counting();
    await Promise.all([start(application), start(application)]);
    const interactions = Array.from({ length: 10 }, (_, index) => discord.command(`question ${index}`));
    const presses = Array.from({ length: 10 }, () => discord.press('show:view'));
    await until(() => expect(interactions.every(({ original }) => original?.body['embeds'] !== undefined)).toBe(true));
    await until(() => expect(presses.every(({ original }) => original?.body['embeds'] !== undefined)).toBe(true));
    await Promise.all(bots.map(({ adapter }) => adapter.stop()));
    expect(acts).toHaveLength(20);
    expect(discord.calls.filter(({ status, path }) => callback.test(path) && status === 400)).toHaveLength(20);
  });

  it('have the consequences of an answer once', async () => {
    const done: string[] = [];
    const application = answering({
      kind: 'now',
      reply: reply('Stride'),
      afterwards: async () => void done.push('done'),
    });
    await Promise.all([start(application), start(application)]);
    discord.command('stride');
    await until(() => expect(discord.calls.filter(({ path }) => callback.test(path))).toHaveLength(2));
    await Promise.all(bots.map(({ adapter }) => adapter.stop()));
    expect(done).toEqual(['done']);
  });

  it('act once even if the one that was second met a failure of Discord before', async () => {
    const { acts, application } = counting();
    await Promise.all([start(application), start(application)]);
    discord.faults.next('POST', callback, { kind: 'status', status: 500, when: 'before' });
    const interaction = discord.command('stride');
    await until(() => expect(interaction.original?.body).toEqual(answered('Done')));
    await Promise.all(bots.map(({ adapter }) => adapter.stop()));
    expect(acts).toEqual(['acted']);
  });
});

describe('a failure of Discord at the first answer', () => {
  const cases: readonly [string, Fault][] = [
    ['a 500 before it was taken', { kind: 'status', status: 500, when: 'before' }],
    ['a 502 after it was taken', { kind: 'status', status: 502, when: 'after' }],
    ['a connection reset before it was taken', { kind: 'reset', when: 'before' }],
    ['a connection reset after it was taken', { kind: 'reset', when: 'after' }],
    ['a 429', { kind: 'rate-limit', retryAfter: 0.05 }],
    ['a delay', { kind: 'delay', milliseconds: 300 }],
  ];

  it.each(cases)('(%s) costs no answer, and none comes twice', async (_name, fault) => {
    await start(answering({ kind: 'now', reply: reply('Stride') }));
    discord.faults.next('POST', callback, fault);
    const interaction = discord.command('stride');
    await until(() => expect(interaction.original?.body).toEqual(answered('Stride')));
    await bots[0]?.adapter.stop();
    expect(interaction.accepted).toEqual([4]);
    expect(interaction.followUps).toEqual([]);
  });

  it.each(cases)('(%s) at a deferral costs no act, and none is done twice', async (_name, fault) => {
    const { acts, application } = counting();
    await start(application);
    discord.faults.next('POST', callback, fault);
    const interaction = discord.command('stride');
    await until(() => expect(interaction.original?.body).toEqual(answered('Done')));
    await bots[0]?.adapter.stop();
    expect(acts).toEqual(['acted']);
  });

  it('that goes on is given up, with nothing done', async () => {
    const { acts, application } = counting();
    const { adapter, lines } = await start(application);
    for (let time = 0; time < 3; time += 1)
      discord.faults.next('POST', callback, { kind: 'status', status: 503, when: 'before' });
    discord.command('stride');
    await until(() =>
      expect(lines.filter(({ message }) => message === 'Discord did not accept a response.')).toHaveLength(3),
    );
    await adapter.stop();
    expect(acts).toEqual([]);
  });
});

describe('an interaction that came too late', () => {
  it('is left alone', async () => {
    const { acts, application } = counting();
    const { adapter, lines } = await start(application);
    discord.faults.next('POST', callback, { kind: 'delay', milliseconds: 200 });
    discord.command('stride');
    discord.advance(3001);
    await until(() =>
      expect(lines.map(({ message }) => message)).toContainEqual(expect.stringContaining('its 3 s were over')),
    );
    await adapter.stop();
    expect(acts).toEqual([]);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('says so in the log when its 15 minutes are over before the answer is there', async () => {
    const act = async () => {
      discord.advance(16 * 60_000);
      return card('Far too late');
    };
    const { lines } = await start(answering({ kind: 'later', audience: 'asker', place: 'new', act }));
    discord.command('stride');
    await until(() =>
      expect(lines).toContainEqual(expect.objectContaining({ message: 'The person could not be told.' })),
    );
  });
});

describe('a failure of Discord at a later answer', () => {
  it.each([500, 502])('(%i after it was taken) leaves one answer', async (status) => {
    await start(answering(later('Done')));
    discord.faults.next('PATCH', /@original$/, { kind: 'status', status, when: 'after' });
    const interaction = discord.command('stride');
    await until(() => expect(interaction.original?.body).toEqual(answered('Done')));
    await bots[0]?.adapter.stop();
    expect(interaction.followUps).toEqual([]);
  });
});
