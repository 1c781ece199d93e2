import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../../src/assistant.ts';
import { fakeSearch } from '../../app/look-up/fake-search.ts';
import { shipped } from '../../search/bank.ts';
import type { Bot } from './harness.ts';
import { startBot, wordsOf } from './harness.ts';

const query = 'Autoencoder not learning <identity> & function';
const search = fakeSearch({ [query]: ['partial', 'autoencoder', 'stride', 'padding'] });

describe.each(['http', 'socket'] as const)('a partial answer over %s', (mode) => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot(mode, createAssistant(shipped, () => search).application);
  });
  afterAll(() => bot.end());

  const press = async (id: string, ts: string) => {
    const before = bot.simulator.responses.length;
    await bot.press({ id, ts });
    return (await bot.simulator.waitForResponses(before + 1)).at(-1)?.body ?? {};
  };

  it('is private, offers what there is, and gives way to what is opened', async () => {
    const { message } = await bot.command({ text: 'Autoencoder not learning &lt;identity&gt; &amp; function' });
    expect(message).toMatchObject({ response_type: 'ephemeral' });
    expect(wordsOf(message)).toContain('I know part of this');
    expect(wordsOf(message)).toContain(`“${query}”`);
    const rows = ((message?.['blocks'] ?? []) as { elements?: { action_id?: string; style?: string }[] }[]).map(
      ({ elements = [] }) =>
        elements.flatMap(({ action_id, style }) => (action_id === undefined ? [] : [[action_id, style]])),
    );
    expect(rows.filter((row) => row.length > 0)).toEqual([
      [['choose:autoencoder', 'primary']],
      [
        ['choose:stride', undefined],
        ['choose:padding', undefined],
      ],
    ]);
    const opened = await press('choose:autoencoder', '1700000000.100001');
    expect(opened).toMatchObject({ response_type: 'ephemeral', replace_original: true });
    expect(wordsOf(opened)).toContain('What is an autoencoder?');
  });

  it('has buttons that say so when they are out of date', async () => {
    expect(wordsOf(await press('choose:gone', '1700000000.100002'))).toContain('out of date');
  });

  it('is not needed for thanks', async () => {
    expect(wordsOf((await bot.command({ text: 'thank you!' })).message)).toContain('You are welcome!');
  });
});
