import { describe, expect, it } from 'vitest';
import { renderDiscord } from '../../../src/adapters/discord/cards/render.ts';
import { discordMessage, discordMessageWithPicture } from '../../../src/adapters/discord/cards/surface.ts';
import { playgroundSurface } from '../../../src/adapters/playground/cards/surface.ts';
import { renderSlack } from '../../../src/adapters/slack/cards/render.ts';
import { slackHome, slackMessage } from '../../../src/adapters/slack/cards/surface.ts';
import { helpCard } from '../../../src/app/views/help.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { fitCard } from '../../../src/core/fit.ts';
import type { Surface } from '../../../src/core/surface.ts';
import { shipped } from '../../search/bank.ts';
import { validateMessage } from '../../simulators/discord/validate-message.ts';
import { createValidator } from '../../simulators/slack/validator.ts';
import { everyCard } from './every-card.ts';

const cards = everyCard();

describe('every card of ours, however many play and whatever they are called', () => {
  it.each([slackMessage, discordMessage, discordMessageWithPicture, playgroundSurface(true), playgroundSurface(false)])(
    'fits into one message of $name without a loss',
    (surface: Surface) => {
      const losses = cards.flatMap(([name, card]) => {
        const lost = fitCard(card, surface).losses;
        return lost.length === 0 ? [] : [{ name, lost }];
      });
      expect(cards.length).toBeGreaterThan(400);
      expect(losses).toEqual([]);
    },
  );

  it('is a message that Slack takes', async () => {
    const validator = await createValidator();
    for (const [name, card] of cards) {
      expect([name, validator.message(renderSlack(fitCard(card, slackMessage).card, 0))]).toEqual([name, []]);
    }
  });

  it('is a message that Discord takes', () => {
    for (const [name, card] of cards) {
      expect([name, validateMessage({ ...renderDiscord(fitCard(card, discordMessage).card) })]).toEqual([name, []]);
    }
  });

  it.each([slackMessage, discordMessage])('has buttons that a phone shows as different ones, on $name', (surface) => {
    for (const [name, card] of cards) {
      const shown = buttonsOf(fitCard(card, surface).card).map(({ label }) => [...label].slice(0, 30).join(''));
      const labels = buttonsOf(card).map(({ label }) => label);
      expect([name, new Set(shown).size]).toEqual([name, new Set(labels).size]);
    }
  });

  it('has a title or words, and no button twice', () => {
    for (const [name, card] of cards) {
      const { title, body } = card;
      const ids = buttonsOf(card).map(({ id }) => id);
      expect([name, new Set(ids).size]).toEqual([name, ids.length]);
      expect([name, (title ?? '').length + body.length > 0]).toEqual([name, true]);
    }
  });
});

describe('help', () => {
  it('fits into the page that the app has on Slack', () => {
    expect(fitCard(helpCard(shipped.subject, shipped.questions.length, { plays: true }), slackHome).losses).toEqual([]);
  });
});
