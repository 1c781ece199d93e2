import { describe, expect, it } from 'vitest';
import { renderDiscord } from '../../../../src/adapters/discord/cards/render.ts';
import { discordMessage } from '../../../../src/adapters/discord/cards/surface.ts';
import { answerCard } from '../../../../src/app/views/answer.ts';
import { createAssistant } from '../../../../src/assistant.ts';
import { fitCard } from '../../../../src/core/fit.ts';
import { shipped, whole } from '../../../search/bank.ts';
import { isEphemeral } from '../../../simulators/discord/interactions.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { validateMessage } from '../../../simulators/discord/validate-message.ts';
import { until } from '../../../until.ts';
import { useOneBot } from '../harness.ts';

let discord: DiscordSimulator;
const { application } = createAssistant(shipped);
useOneBot(application, (simulator) => {
  discord = simulator;
});

describe('the question bank on Discord', () => {
  it('fits, every question without a loss', () => {
    const { questions } = whole;
    for (const question of questions) {
      const { card, losses } = fitCard(
        answerCard(question, questions.slice(0, 3), {
          subject: shipped.subject,
          direct: false,
          page: null,
          extent: 'opened',
        }),
        discordMessage,
      );
      expect([question.id, losses, validateMessage({ ...renderDiscord(card) })]).toEqual([question.id, [], []]);
    }
  });

  it('answers a question, whose buttons lead on to others', async () => {
    const asked = discord.command('what is stride');
    await until(() => expect(asked.accepted).toEqual([4]));
    expect(asked.original?.body).toMatchObject({ embeds: [{ title: expect.stringMatching(/stride/i) }] });
    const { components } = (asked.original?.body ?? {}) as { components: { components: { custom_id: string }[] }[] };
    const [first] = components.at(-1)?.components ?? [];
    const pressed = discord.press(first?.custom_id ?? '', asked.original);
    await until(() => expect(pressed.accepted).toEqual([4]));
    expect(isEphemeral(pressed.original)).toBe(true);
    expect(pressed.original?.body['embeds']).not.toEqual(asked.original?.body['embeds']);
  });

  it('completes what is being typed, and a choice finds its question', async () => {
    const typing = discord.autocomplete('stri');
    await until(() => expect(typing.choices.length).toBeGreaterThan(0));
    const [{ value }] = typing.choices as [{ value: string }];
    const asked = discord.command(value);
    await until(() => expect(asked.original?.body).toMatchObject({ embeds: [{ title: value }] }));
  });

  it('has a polite answer to a button from another time', async () => {
    const pressed = discord.press('q1:gone');
    await until(() =>
      expect(pressed.original?.body).toMatchObject({ embeds: [{ title: 'That button is out of date' }] }),
    );
  });
});
