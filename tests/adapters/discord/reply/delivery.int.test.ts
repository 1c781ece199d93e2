import { describe, expect, it } from 'vitest';
import type { Outcome, Reply } from '../../../../src/app/ports.ts';
import { privateMessage } from '../../../simulators/discord/fixtures.ts';
import { isEphemeral } from '../../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { answered, answering, later, listening, reply, useDiscord } from '../harness.ts';

let discord: DiscordSimulator;
const { start } = useDiscord((simulator) => {
  discord = simulator;
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
      if (inbound.kind === 'command' && inbound.command.kind === 'me')
        return { ...later('x'), act: async () => withPicture.card } as Outcome;
      return { kind: 'now', reply: withPicture };
    });
    await start(application, { drawPicture });
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
    await start(answering({ kind: 'now', reply: withPicture }), { drawPicture: drawForEver });
    const asked = discord.command('stride');
    await until(() => expect(asked.original?.body).toMatchObject({ embeds: [{ title: 'Board' }] }));
    expect(asked.original?.files).toHaveLength(0);
  });
});
