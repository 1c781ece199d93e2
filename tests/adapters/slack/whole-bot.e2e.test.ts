import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderSlack } from '../../../src/adapters/slack/cards/render.ts';
import { slackMessage } from '../../../src/adapters/slack/cards/surface.ts';
import { answerCard } from '../../../src/app/views/answer.ts';
import { createAssistant } from '../../../src/assistant.ts';
import { fitCard } from '../../../src/core/fit.ts';
import { shipped, whole } from '../../search/bank.ts';
import { createValidator } from '../../simulators/slack/validator.ts';
import type { Bot } from './harness.ts';
import { startBot, wordsOf } from './harness.ts';

describe('the bank on Slack', () => {
  it('fits into messages without losing a word', async () => {
    const validator = await createValidator();
    for (const question of whole.questions) {
      const { card, losses } = fitCard(
        answerCard(question, shipped.questions.slice(0, 3), {
          subject: shipped.subject,
          direct: false,
          page: null,
          extent: 'opened',
        }),
        slackMessage,
      );
      expect(losses, question.id).toEqual([]);
      expect(validator.message(renderSlack(card, 0)), question.id).toEqual([]);
    }
  });
});

describe.each(['http', 'socket'] as const)('the whole bot over %s', (mode) => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot(mode, createAssistant(shipped).application);
  });
  afterAll(() => bot.end());

  it('answers a question, and another one by the button under it', async () => {
    const { message } = await bot.command({ text: 'what is stride' });
    expect(wordsOf(message)).toContain('stride');
    const id = /show:[\w-]+/.exec(JSON.stringify(message))?.[0] ?? '';
    await bot.press({ id });
    const [response] = await bot.simulator.waitForResponses(1);
    expect(response?.body['blocks']).toMatchObject({ 0: { type: 'header' } });
    expect(response?.body['text']).not.toBe(message?.['text']);
  });

  it.each(['', 'help', 'topics', 'random tensors easy', 'how do I bake bread', '!!!', 'x'.repeat(5000)])(
    'has an answer to %j that Slack takes',
    async (text) => {
      expect((await bot.command({ text })).message).toMatchObject({ response_type: 'ephemeral' });
    },
  );

  it('is polite about a button of another time', async () => {
    const before = bot.simulator.responses.length;
    await bot.press({ id: 'quiz:42:a' });
    const responses = await bot.simulator.waitForResponses(before + 1);
    expect(wordsOf(responses.at(-1)?.body)).toContain('out of date');
  });
});
