import { afterEach, describe, expect, it } from 'vitest';
import type { Address, Post } from '../../../../src/app/delivery/messenger.ts';
import type { Picture } from '../../../../src/core/card.ts';
import { paragraph } from '../../../../src/core/card.ts';
import { allScopes } from '../../../simulators/slack/workspace.ts';
import { echo } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot } from '../harness.ts';

let bot: Bot;
afterEach(() => bot.end());

const picture: Picture = {
  kind: 'podium',
  title: 'Podium',
  rows: [{ rank: 1, name: 'ada', points: 900, accuracy: 1 }],
};
const png = async () => Buffer.from('not really a picture');

const toPost = (address: Address): Post => ({
  key: 'podium',
  address,
  card: { title: 'Podium', body: [paragraph('1. ada'), { kind: 'picture', picture, alt: 'Podium: ada first' }] },
  ping: null,
});
const channel: Address = { kind: 'channel', channel: 'C1', thread: null };

describe('a picture', () => {
  it('follows its message into the same channel, thread or conversation', async () => {
    bot = await startBot('http', echo(), { drawPicture: png });
    const { messenger } = bot.adapter;
    const root = await messenger.post(toPost(channel));
    const thread = root.kind === 'done' ? root.posted.message : '';
    await messenger.post(toPost({ ...channel, thread }));
    await messenger.post(toPost({ kind: 'person', user: 'U7' }));
    await bot.stop();
    const { files, messages } = bot.simulator.workspace;
    expect(files.toSorted((a, b) => a.id.localeCompare(b.id))).toMatchObject([
      { channel: 'C1', thread: null, alt: 'Podium: ada first', title: 'Podium' },
      { channel: 'C1', thread },
      { channel: 'D7', thread: null },
    ]);
    expect(String(files[0]?.bytes)).toBe('not really a picture');
    for (const { payload } of messages) expect(JSON.stringify(payload)).toContain('1. ada');
  });

  it.each(['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal'])(
    'that fails at %s leaves the message alone',
    async (method) => {
      bot = await startBot('http', echo(), { drawPicture: png });
      bot.simulator.fail(method, { kind: 'error-before', status: 500 });
      expect(await bot.adapter.messenger.post(toPost(channel))).toMatchObject({ kind: 'done' });
      await bot.stop();
      expect(bot.simulator.workspace.messages).toHaveLength(1);
      expect(bot.simulator.workspace.files).toEqual([]);
      expect(bot.log.filter(({ level }) => level === 'warn')).toHaveLength(1);
    },
  );

  it('that cannot be drawn leaves the message alone', async () => {
    bot = await startBot('http', echo(), { drawPicture: () => Promise.reject(new Error('no font')) });
    expect(await bot.adapter.messenger.post(toPost(channel))).toMatchObject({ kind: 'done' });
    await bot.stop();
    expect(bot.log.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });

  it('is not even drawn without the scope for files', async () => {
    let drawn = 0;
    const drawPicture = () => {
      drawn += 1;
      return png();
    };
    bot = await startBot('http', echo(), { drawPicture, scopes: allScopes.filter((scope) => scope !== 'files:write') });
    expect(await bot.adapter.messenger.post(toPost(channel))).toMatchObject({ kind: 'done' });
    await bot.stop();
    expect(drawn).toBe(0);
    expect(bot.simulator.calls.filter(({ method }) => method.startsWith('files.'))).toEqual([]);
  });

  it('is left out where a message is edited', async () => {
    bot = await startBot('http', echo(), { drawPicture: png });
    const { messenger } = bot.adapter;
    const root = await messenger.post({ ...toPost(channel), card: { body: [paragraph('a')] } });
    const message = root.kind === 'done' ? root.posted.message : '';
    await messenger.edit(channel, message, toPost(channel).card);
    await bot.stop();
    expect(bot.simulator.workspace.files).toEqual([]);
  });
});
