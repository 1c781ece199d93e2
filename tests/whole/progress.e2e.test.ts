import { expect, it } from 'vitest';
import { readAnki } from '../core/progress/anki-reader.ts';
import { bank } from '../search/bank.ts';
import { until } from '../until.ts';
import type { Chat, Person } from './chat.ts';
import { platforms } from './platforms.ts';
import { openSlackChat } from './slack-chat.ts';

const monday = Date.UTC(2026, 10, 2, 7);

/** Somebody has answered the first items of some questions, rightly or not. */
async function answered({ store, scope, now }: Chat, { id }: Person, correct: readonly boolean[]): Promise<void> {
  for (const [no, isRight] of correct.entries()) {
    const { id: question = '', topic = '', level = 'easy', items = [] } = bank[no] ?? {};
    const about = { question, item: items[0]?.id ?? '', topic, level, asked: null, choice: null };
    await store.transact(({ memory }) =>
      memory.note({ ...about, user: `${scope}:${id}`, source: `daily:${no}`, correct: isRight, at: now() }),
    );
  }
}

it.each(platforms)('is seen on $platform by oneself, and by all once one shares it', async ({ open }) => {
  const chat = await open(monday);
  const { ada, channel, command, commandAlone, share, messages, named } = chat;
  await answered(chat, ada, [true, false]);
  const own = await command(ada, channel, 'me');
  expect(own).toMatch(/^Your record .*Learned:? ?\n?0 of [\d,]+ questions; 2 met so far/);
  expect(own).not.toContain('as a page');
  expect(messages(channel)).toEqual([]);
  const shared = await share(ada, 'Share');
  expect(shared.words).toContain(`${named(ada)} shows how far they have come:`);
  await until(() => expect(shared.pictures()).toBe(1));
  expect(await commandAlone(ada, 'me')).toMatch(/^Your record /);
});

it.each(platforms)('is taken along on $platform as a file that nobody else gets', async ({ open }) => {
  const chat = await open(monday);
  const { ada, channel, command, messages, filesOf } = chat;
  await answered(chat, ada, [true, false]);
  await command(ada, channel, 'me anki');
  const [file] = await until(async () => {
    const files = await filesOf(ada);
    expect(files).toHaveLength(1);
    return files;
  });
  expect(file?.name).toMatch(/-anki\.txt$/);
  const { notes } = readAnki(file?.text ?? '');
  expect(notes.map(({ guid }) => guid.split(/[:#]/)[1])).toEqual([bank[1]?.id, bank[0]?.id]);
  await command(ada, channel, 'me export');
  const data = await until(async () => {
    const found = (await filesOf(ada)).find(({ name }) => name.endsWith('.json'));
    if (found === undefined) throw new Error('no data');
    return JSON.parse(found.text);
  });
  expect(data.answers).toHaveLength(2);
  expect(messages(channel)).toEqual([]);
});

it('is told on Slack what is missing, where the bot may send no files', async () => {
  const chat = await openSlackChat(monday, 0, ['commands', 'chat:write', 'app_mentions:read', 'im:history']);
  const { ada, channel, command, filesOf } = chat;
  await answered(chat, ada, [true]);
  expect(await command(ada, channel, 'me anki')).toContain(
    'I may not send files here. Whoever set me up in this workspace can allow it: add the scope files:write',
  );
  expect(await filesOf(ada)).toEqual([]);
});
