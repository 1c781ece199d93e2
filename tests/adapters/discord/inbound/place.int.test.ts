import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../src/app/hindrance.ts';
import type { Inbound } from '../../../../src/app/ports.ts';
import { plainText } from '../../../../src/core/card.ts';
import type { Scene } from '../../../simulators/discord/fixtures.ts';
import { defaultScene } from '../../../simulators/discord/fixtures.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { useListeningBot } from '../harness.ts';

let discord: DiscordSimulator;
const heard = useListeningBot((simulator) => {
  discord = simulator;
});

const [text, forum] = ['800000000000000501', '800000000000000502'];
let threads = 601;

/** What the application is told of a command used somewhere. */
async function told(scene: Partial<Scene>, use = () => discord.use('quiz', 'start', {}, scene)): Promise<Inbound> {
  const before = heard.length;
  use();
  return until(() => {
    const inbound = heard[before];
    if (inbound === undefined) throw new Error('nothing was heard');
    return inbound;
  });
}

async function stands({ hindrance }: Inbound, plan: Plan = { kind: 'quiz' }): Promise<string> {
  const found = await hindrance?.(plan);
  return found === null || found === undefined ? '' : `${plainText(found.problem)} ${plainText(found.cure)}`;
}

function newThread(parent: string, type: 10 | 11 | 12): Partial<Scene> & { readonly channel: string } {
  threads += 1;
  const channel = `800000000000000${threads}`;
  discord.channels.openThread(channel, parent, type);
  return { channel, parent };
}

const key = (channel: string) => `discord:${defaultScene.guild}:${channel}`;

describe('the channel that counts', () => {
  it('is for a thread of a text channel that channel, from which the thread is told apart', async () => {
    const { caller } = await told(newThread(text, 11));
    expect(caller).toMatchObject({ channel: key(text), thread: 'part' });
    expect((await told({ channel: text })).caller).not.toHaveProperty('thread');
  });

  it('is for a post of a forum the post itself, also for presses, with one look-up for them all', async () => {
    discord.channels.setType(forum, 15);
    const looked = () => discord.calls.filter(({ path }) => path === `/channels/${forum}`).length;
    const [one, other] = [newThread(forum, 11), newThread(forum, 11)];
    const all = [
      told(one, () => discord.press('join:q', null, one)),
      told(one, () => discord.press('join:q', null, other)),
      told(one),
    ];
    await Promise.all(all);
    expect(heard.map(({ caller }) => caller.channel).toSorted()).toEqual(
      [one, one, other].map(({ channel }) => key(channel)).toSorted(),
    );
    expect(heard.map(({ caller }) => caller.thread)).toEqual(['whole', 'whole', 'whole']);
    expect(looked()).toBe(1);
  });

  it('is for a private thread the thread itself, without any look-up', async () => {
    const before = discord.calls.filter(({ method }) => method === 'GET').length;
    const scene = newThread(text, 12);
    expect((await told(scene)).caller).toMatchObject({ channel: key(scene.channel), thread: 'whole' });
    expect(discord.calls.filter(({ method }) => method === 'GET')).toHaveLength(before);
  });

  it('is for a thread the channel that it hangs in where Discord does not tell its kind', async () => {
    const parent = '800000000000000503';
    discord.faults.next('GET', /^\/channels\//, { kind: 'status', status: 500, when: 'before' });
    expect((await told(newThread(parent, 11))).caller).toMatchObject({ channel: key(parent), thread: 'part' });
  });
});

describe('what stands against a plan', () => {
  it('is nothing where the bot has what its invitation asks for', async () => {
    for (const channelType of [0, 5]) expect(await stands(await told({ channel: text, channelType }))).toBe('');
  });

  it('is a permission that Discord says is lacking, by its name', async () => {
    const channel = '800000000000000504';
    discord.channels.get(channel).denied.add('embed');
    expect(await stands(await told({ channel }))).toContain('I lack the permission Embed Links in this channel.');
    discord.channels.get(channel).denied.clear();
    expect(await stands(await told({ channel }))).toBe('');
  });

  it.each([2, 13, 15, 16])('is the kind of a channel of type %i', async (channelType) => {
    expect(await stands(await told({ channelType }))).toContain('in a text or announcement channel');
  });

  it('is a private thread that the bot was not added to, until somebody adds it', async () => {
    const scene = newThread(text, 12);
    discord.channels.strange.add(scene.channel);
    const inbound = await told(scene);
    expect(await stands(inbound)).toContain('I am not in this private thread.');
    discord.channels.strange.delete(scene.channel);
    expect(await stands(inbound)).toBe('');
  });

  it('is a lock on a post of a forum', async () => {
    discord.channels.setType(forum, 15);
    const scene = newThread(forum, 11);
    discord.channels.get(scene.channel).locked = true;
    expect(await stands(await told(scene))).toContain('This thread is locked');
  });

  it('is a role that the bot may not call', async () => {
    const typed = { time: '09:00', zone: 'Europe/Berlin', ping: '700000000000000071' };
    const plan: Plan = { kind: 'daily', thread: false, ping: '<@&700000000000000071>' };
    const use = () => discord.use('daily', 'on', typed, {});
    expect(await stands(await told({}, use), plan)).toContain('so nobody would be notified');
    discord.mentionable.add(typed.ping);
    expect(await stands(await told({}, use), plan)).toBe('');
  });
});
