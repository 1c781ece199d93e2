import { describe, expect, it } from 'vitest';
import type { Address, Delivery, Messenger } from '../../../../src/app/delivery/messenger.ts';
import { plainText } from '../../../../src/core/card.ts';
import { defaultScene } from '../../../simulators/discord/fixtures.ts';
import type { Permission } from '../../../simulators/discord/permissions.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { answering, card, later, messengerOf, useDiscord } from '../harness.ts';

let discord: DiscordSimulator;
const { start } = useDiscord((simulator) => {
  discord = simulator;
});

const channel = '800000000000000701';
const address = { kind: 'channel', channel: `discord:${defaultScene.guild}:${channel}`, thread: null } as const;

function wordsOf(delivery: Delivery): string {
  if (delivery.kind !== 'refused') return delivery.kind;
  const { hindrance } = delivery;
  return hindrance === undefined ? '' : `${plainText(hindrance.problem)} ${plainText(hindrance.cure)}`;
}

const post = (messenger: Messenger, to: Address, key = `k${Math.random()}`) =>
  messenger.post({ key, address: to, card: card('Words'), ping: null });

const give = 'Give it to me in the channel’s settings under Permissions, or to my role under Server Settings › Roles.';

describe('a refusal', () => {
  it.each<readonly [Permission, string]>([
    ['view', 'I can no longer see the channel: I lack the permission View Channel there'],
    ['send', 'I lack the permission Send Messages (in a thread: Send Messages in Threads) or Embed Links.'],
    ['embed', 'I lack the permission Send Messages (in a thread: Send Messages in Threads) or Embed Links.'],
  ])('for want of “%s” names the permission, and where it is given', async (permission, words) => {
    const messenger = messengerOf(await start(answering(later('Answer'))));
    discord.channels.get(channel).denied.add(permission);
    const delivery = await post(messenger, address);
    expect(delivery).toMatchObject({ kind: 'refused', why: 'forbidden' });
    expect(wordsOf(delivery)).toContain(words);
    expect(wordsOf(delivery)).toContain(give);
  });

  it('of a thread, and in one, names what threads need', async () => {
    const messenger = messengerOf(await start(answering(later('Answer'))));
    const root = await post(messenger, address);
    if (root.kind !== 'done') throw new Error('not posted');
    const { message } = root.posted;
    discord.channels.get(channel).denied.add('create-threads').add('send-in-threads');
    const open = () => messenger.openThread(address.channel, message, 'A quiz');
    expect(wordsOf(await open())).toBe(`I lack the permission Create Public Threads. ${give}`);
    discord.channels.get(channel).denied.delete('create-threads');
    expect(wordsOf(await open())).toBe('done');
    const inThread = { ...address, thread: message };
    expect(wordsOf(await post(messenger, inThread))).toContain(
      'I lack the permission Send Messages in Threads or Embed Links.',
    );
    discord.channels.get(channel).denied.delete('send-in-threads');
    discord.channels.get(message).locked = true;
    expect(await post(messenger, inThread)).toMatchObject({ kind: 'refused', why: 'forbidden' });
    expect(wordsOf(await post(messenger, inThread))).toBe(
      'The thread is locked. Unlock it, or give me the permission Manage Threads.',
    );
  });

  it('of a kind of channel says which kinds do', async () => {
    const messenger = messengerOf(await start(answering(later('Answer'))));
    discord.channels.setType(channel, 15);
    expect(wordsOf(await post(messenger, address))).toContain('Use a text or announcement channel');
  });

  it('says no more than that it is gone where the channel was deleted', async () => {
    const messenger = messengerOf(await start(answering(later('Answer'))));
    discord.channels.remove(channel);
    expect(await post(messenger, address)).toMatchObject({ kind: 'refused', why: 'gone' });
    expect(wordsOf(await post(messenger, address))).toBe('');
  });
});
