import { describe, expect, it } from 'vitest';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { answering, reply, useDiscord } from '../harness.ts';

let discord: DiscordSimulator;
const { start } = useDiscord((simulator) => {
  discord = simulator;
});

describe('completion', () => {
  it('offers the titles of the application', async () => {
    await start(answering({ kind: 'now', reply: reply('x') }, (typed, limit) => [`${typed} and ${limit}`]));
    const interaction = discord.autocomplete('str');
    await until(() => expect(interaction.choices).toEqual([{ name: 'str and 25', value: 'str and 25' }]));
  });

  it('keeps to 25 choices of 100 characters, none of them empty or doubled', async () => {
    const titles = [
      ' ',
      'a',
      'a',
      '👩‍👩‍👧‍👦'.repeat(20),
      ...Array.from({ length: 40 }, (_, index) => `${index} `.repeat(60)),
    ];
    await start(answering({ kind: 'now', reply: reply('x') }, () => titles));
    const interaction = discord.autocomplete('');
    await until(() => expect(interaction.choices).toHaveLength(25));
  });

  it('is empty when the application fails', async () => {
    const complete = () => {
      throw new Error('no index');
    };
    const { lines } = await start(answering({ kind: 'now', reply: reply('x') }, complete));
    const interaction = discord.autocomplete('str');
    await until(() => expect(interaction.accepted).toEqual([8]));
    expect(interaction.choices).toEqual([]);
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', message: 'Completion failed.' }));
  });
});
