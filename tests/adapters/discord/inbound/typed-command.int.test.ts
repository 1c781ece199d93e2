import { describe, expect, it } from 'vitest';
import { isEphemeral } from '../../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import type { Typed } from '../../../simulators/discord/used-command.ts';
import { until } from '../../../until.ts';
import { useListeningBot } from '../harness.ts';

let discord: DiscordSimulator;
const heard = useListeningBot((simulator) => {
  discord = simulator;
});

async function commandOf(name: string, sub: string | null, typed: Typed = {}): Promise<unknown> {
  discord.use(name, sub, typed);
  await until(() => expect(heard).toHaveLength(1));
  const [inbound] = heard;
  return inbound?.kind === 'command' ? inbound.command : null;
}

describe('/pytorch', () => {
  it('takes the emoji of a server for no words of what is asked', async () => {
    const question = '<:wave:800000000000000077> what is stride <a:thinking_face:800000000000000078>';
    expect(await commandOf('pytorch', null, { question })).toEqual({ kind: 'ask', query: 'what is stride' });
  });
});

describe('/daily', () => {
  it('on takes time, zone and everything that can be said', async () => {
    const typed = {
      time: '9:30 am',
      zone: 'Europe/Berlin',
      days: 'mon,wed,fri',
      topic: 'tensors',
      level: 'hard',
      thread: true,
      ping: '600000000000000007',
    };
    expect(await commandOf('daily', 'on', typed)).toEqual({
      kind: 'daily',
      action: 'on',
      settings: {
        time: { hour: 9, minute: 30 },
        zoneText: 'Europe/Berlin',
        days: [1, 3, 5],
        topic: 'tensors',
        level: 'hard',
        thread: true,
        ping: '<@&600000000000000007>',
      },
    });
  });

  it('on needs only a time and perhaps a zone', async () => {
    expect(await commandOf('daily', 'on', { time: '21:00', zone: 'Asia/Kolkata' })).toMatchObject({
      settings: { time: { hour: 21, minute: 0 }, days: [1, 2, 3, 4, 5, 6, 7], thread: false, ping: null },
    });
  });

  it.each([{ time: '0900' }, { time: '9.00', zone: ' ' }])(
    'on leaves the zone open where none is said: %j',
    async (typed) => {
      expect(await commandOf('daily', 'on', typed)).toMatchObject({
        settings: { time: { hour: 9, minute: 0 }, zoneText: '' },
      });
    },
  );

  it.each([
    [{ time: '25:00', zone: 'Europe/Berlin' }, /25:00/],
    [{ time: '9', zone: 'Europe/Berlin', days: 'someday' }, /someday/],
    [{ time: '9', zone: 'Europe/Berlin', ping: '700000000000000001' }, /@everyone/],
  ] as const)('on says what is wrong with %j', async (typed, reason) => {
    expect(await commandOf('daily', 'on', typed)).toEqual({
      kind: 'mistake',
      of: 'daily',
      reason: expect.stringMatching(reason),
      example: expect.stringMatching(/^daily on 09:00 /),
    });
  });

  it.each(['off', 'now', 'skip', 'unskip', 'status'])('%s needs nothing more', async (action) => {
    expect(await commandOf('daily', action)).toEqual({ kind: 'daily', action });
  });

  it('is offered only to those who manage the server, and only in servers', () => {
    const daily = [...discord.commands.values()].flat().find(({ name }) => name === 'daily');
    expect(daily).toMatchObject({ default_member_permissions: '32', contexts: [0], integration_types: [0] });
  });
});

describe('/quiz', () => {
  it('start takes numbers, topics, level and teams', async () => {
    const typed = {
      count: 5,
      topic: 'tensors',
      'topic-2': 'autograd',
      'topic-3': 'tensors',
      level: 'easy',
      seconds: 15,
      teams: 3,
    };
    expect(await commandOf('quiz', 'start', typed)).toEqual({
      kind: 'quiz',
      action: 'start',
      settings: { count: 5, topics: ['tensors', 'autograd'], level: 'easy', seconds: 15, teams: 3 },
    });
  });

  it('start needs nothing', async () => {
    expect(await commandOf('quiz', 'start')).toEqual({ kind: 'quiz', action: 'start', settings: { topics: [] } });
  });

  it.each([{ count: 0 }, { count: 51 }, { seconds: 4 }, { seconds: 301 }, { teams: 1 }, { teams: 9 }])(
    'start keeps %j from being sent',
    (typed) => {
      expect(() => discord.use('quiz', 'start', typed as unknown as Typed)).toThrow('Discord would not let');
    },
  );

  it.each(['pause', 'resume', 'skip', 'stop', 'results'])('%s needs nothing more', async (action) => {
    expect(await commandOf('quiz', action)).toEqual({ kind: 'quiz', action });
  });
});

describe('the other commands', () => {
  it('/season shows its board, begins one under a name and ends it', async () => {
    expect(await commandOf('season', 'board')).toEqual({ kind: 'season', action: 'show' });
    heard.length = 0;
    expect(await commandOf('season', 'end')).toEqual({ kind: 'season', action: 'end' });
    heard.length = 0;
    const start = { kind: 'season', action: 'start', name: 'Autumn 2026' };
    expect(await commandOf('season', 'start', { name: ' Autumn 2026 ' })).toEqual(start);
  });

  it('/leaderboard is of this week and channel unless told otherwise', async () => {
    const typed = { period: 'all', where: 'everywhere', teams: true };
    expect(await commandOf('leaderboard', null)).toEqual({
      kind: 'leaderboard',
      period: 'week',
      everywhere: false,
      teams: false,
    });
    heard.length = 0;
    expect(await commandOf('leaderboard', null, typed)).toEqual({
      kind: 'leaderboard',
      period: 'all',
      everywhere: true,
      teams: true,
    });
  });

  it.each(['me', 'forget-me'])('/%s', async (name) => {
    expect(await commandOf(name, null)).toEqual({ kind: name });
  });

  it('/pytorch understands the words of every other one', async () => {
    expect(await commandOf('pytorch', null, { question: 'quiz 5 tensors' })).toMatchObject({
      kind: 'quiz',
      settings: { count: 5, topics: ['tensors'] },
    });
  });
});

describe('the menu of a message', () => {
  const look = (body: Readonly<Record<string, unknown>>) => discord.menu('Look this up', body);

  it.each([
    ['its words', { content: ' what is stride? ' }, 'what is stride?'],
    ['a word that would be a command elsewhere', { content: 'help' }, 'help'],
    ['the title of an embed', { embeds: [{ title: 'Stride', description: 'Steps.' }] }, 'Stride'],
    ['nothing', { content: '' }, ''],
    ['@everyone and marks', { content: '@everyone `x` <@1>' }, '@everyone `x` <@1>'],
    ['4,000 stars', { content: '*'.repeat(4000) }, '*'.repeat(4000)],
  ])('looks up %s, and answers in private', async (_name, body, query) => {
    const interaction = look(body);
    await until(() => expect(interaction.accepted).toEqual([4]));
    expect(heard[0]).toMatchObject({ kind: 'command', command: { kind: 'ask', query } });
    expect(isEphemeral(interaction.original)).toBe(true);
  });

  it('works in direct messages and for those who installed the app for themselves', async () => {
    const menu = [...discord.commands.values()].flat().find(({ type }) => type === 3);
    expect(menu).toMatchObject({ name: 'Look this up', contexts: [0, 1, 2], integration_types: [0, 1] });
  });
});

describe('who asks', () => {
  const press = async (scene: Parameters<DiscordSimulator['press']>[2]) => {
    discord.press('show:view', null, scene);
    await until(() => expect(heard).toHaveLength(1));
    return heard[0]?.caller;
  };

  it('manages the channel with the permission to manage the server', async () => {
    expect(await press({ permissions: String(32 | 2048) })).toMatchObject({ manages: true, direct: false });
  });

  it('does so as an administrator', async () => {
    expect(await press({ permissions: '8' })).toMatchObject({ manages: true });
  });

  it('does not with other permissions', async () => {
    expect(await press({ permissions: '2048' })).toMatchObject({ manages: false });
  });

  it('in a group of people is neither alone with the bot nor a manager', async () => {
    expect(await press({ guild: null, group: true })).toMatchObject({ direct: false, manages: false });
  });

  it('in a thread is in the channel that it hangs in', async () => {
    const thread = { channel: '800000000000000077', parent: '800000000000000001' };
    expect(await press(thread)).toMatchObject({ channel: 'discord:700000000000000001:800000000000000001' });
  });
});

describe('what needs a server of which the bot is a member', () => {
  it.each([
    ['in a direct message', { guild: null }],
    ['in a group', { guild: null, group: true }],
    ['for somebody who installed the app for themselves', { userInstalled: true }],
  ] as const)('is politely declined %s, in private', async (_name, scene) => {
    for (const question of ['quiz stop', 'daily status', 'leaderboard']) {
      const interaction = discord.command(question, scene);
      await until(() => expect(interaction.original?.body).toMatchObject({ embeds: [{ title: 'Only in a server' }] }));
      expect(isEphemeral(interaction.original)).toBe(true);
    }
    expect(heard).toEqual([]);
    const lookUp = discord.command('what is stride', scene);
    await until(() => expect(lookUp.accepted).toEqual([4]));
  });
});

describe('completion', () => {
  it('offers time zones', async () => {
    const interaction = discord.type('daily', 'on', 'zone', { zone: 'Ber' });
    await until(() => expect(interaction.choices).toEqual([{ name: 'Europe/Ber', value: 'Europe/Ber' }]));
  });
});
