import { describe, expect, it } from 'vitest';
import { privateMessage } from '../../../simulators/discord/fixtures.ts';
import { isEphemeral, isLoading } from '../../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { answered, answering, later, reply, useDiscord } from '../harness.ts';

let discord: DiscordSimulator;
const { start } = useDiscord((simulator) => {
  discord = simulator;
});

describe('a failure', () => {
  const broken = new Error('the database is gone');
  const fail = async () => {
    throw broken;
  };
  const sorry = answered('That went wrong');

  it('of the application is told privately to the person who asked, and logged with its cause', async () => {
    const { lines } = await start(
      answering(() => {
        throw broken;
      }),
    );
    const interaction = discord.command('stride');
    await until(() => expect(interaction.original?.body).toEqual(sorry));
    expect(isEphemeral(interaction.original)).toBe(true);
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ error: broken }) }),
    );
  });

  it('after a command was deferred takes the place of its answer', async () => {
    await start(answering({ kind: 'later', audience: 'asker', place: 'new', act: fail }));
    const interaction = discord.command('stride');
    await until(() => expect(interaction.original?.body).toEqual(sorry));
    expect(isLoading(interaction.original)).toBe(false);
  });

  it('after a press is told beside the message that was to be replaced, which stays as it is', async () => {
    await start(answering({ kind: 'later', audience: 'asker', place: 'instead', act: fail }));
    const interaction = discord.press('show:view', privateMessage());
    await until(() => expect(interaction.followUps[0]?.body).toEqual(sorry));
    expect(isEphemeral(interaction.followUps[0])).toBe(true);
    expect(interaction.source?.body).toEqual({ content: 'an earlier message' });
  });

  it('of what was to be shown to all is told in private, and it can be shown again', async () => {
    let undone = 0;
    const undo = async () => {
      undone += 1;
    };
    const shared = async () => reply('For all', { audience: 'channel' });
    await start(answering({ kind: 'aside', act: shared, undo }));
    discord.faults.next('POST', /^\/webhooks\//, { kind: 'status', status: 403, code: 50_013, when: 'before' });
    const failed = discord.press('share:stride', privateMessage());
    await until(() => expect(failed.followUps[0]?.body).toEqual(answered('I could not post that here')));
    expect([isEphemeral(failed.followUps[0]), undone]).toEqual([true, 1]);
    const again = discord.press('share:stride', privateMessage());
    await until(() => expect(again.followUps[0]?.body).toEqual(answered('For all')));
    expect([isEphemeral(again.followUps[0]), undone]).toEqual([false, 1]);
  });

  it('of the consequences is told beside the answer', async () => {
    await start(answering({ kind: 'now', reply: reply('Stride'), afterwards: fail }));
    const interaction = discord.command('stride');
    await until(() => expect(interaction.followUps[0]?.body).toEqual(sorry));
    expect(interaction.original?.body).toEqual(answered('Stride'));
  });

  it('never puts a token or the text of a person into the log', async () => {
    const { lines } = await start(answering(later('Later')));
    discord.faults.next('PATCH', /@original/, { kind: 'status', status: 403, when: 'before' });
    const interaction = discord.command('my secret question');
    await until(() => expect(lines.some(({ level }) => level === 'error')).toBe(true));
    const everything = JSON.stringify(lines, (_, value: unknown) =>
      value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value,
    );
    expect(everything).not.toContain(interaction.token);
    expect(everything).not.toContain('my secret question');
  });
});
