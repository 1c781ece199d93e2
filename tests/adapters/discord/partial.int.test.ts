import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../../src/assistant.ts';
import { fakeSearch } from '../../app/look-up/fake-search.ts';
import { shipped } from '../../search/bank.ts';
import type { Interaction, Message } from '../../simulators/discord/interactions.ts';
import { isEphemeral } from '../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../simulators/discord/simulator.ts';
import { until } from '../../until.ts';
import { useOneBot } from './harness.ts';

const query = 'Autoencoder not learning *identity* function';
const search = fakeSearch({ [query]: ['partial', 'autoencoder', 'stride', 'padding'] });

let discord: DiscordSimulator;
useOneBot(createAssistant(shipped, () => search).application, (simulator) => {
  discord = simulator;
});

type Shown = {
  readonly embeds: readonly { readonly title?: string; readonly description?: string }[];
  readonly components: readonly {
    readonly components: readonly { readonly custom_id: string; readonly style: number }[];
  }[];
};

const shown = (message: Message | null) => message?.body as unknown as Shown;

async function answer(interaction: Interaction): Promise<Message> {
  await until(() => expect(interaction.accepted).toHaveLength(1));
  if (interaction.original === null) throw new Error('no answer');
  return interaction.original;
}

const primary = 1;
const secondary = 2;

describe('a partial answer on Discord', () => {
  it('is private, offers what there is, and gives way to what is opened', async () => {
    const offer = await answer(discord.command(query));
    expect(isEphemeral(offer)).toBe(true);
    const { embeds, components } = shown(offer);
    expect(embeds[0]?.title).toBe('I know part of this');
    expect(embeds.map(({ description }) => description).join('\n')).toContain(
      String.raw`“Autoencoder not learning \*identity\* function”`,
    );
    expect(components.map((row) => row.components.map(({ custom_id, style }) => [custom_id, style]))).toEqual([
      [['choose:autoencoder', primary]],
      [
        ['choose:stride', secondary],
        ['choose:padding', secondary],
      ],
    ]);
    const pressed = discord.press('choose:autoencoder', offer);
    await answer(pressed);
    expect(pressed.accepted).toEqual([7]);
    expect(shown(pressed.source).embeds[0]?.title).toBe('What is an autoencoder?');
  });

  it('has buttons that say so when they are out of date', async () => {
    const offer = await answer(discord.command(query));
    const stale = await answer(discord.press('choose:gone', offer));
    expect(shown(stale).embeds[0]?.title).toBe('That button is out of date');
  });

  it('is not needed for thanks', async () => {
    expect(JSON.stringify((await answer(discord.command('thank you!'))).body)).toContain('You are welcome!');
  });
});
