import { afterEach, describe, expect, it } from 'vitest';
import { directMessage, mention } from '../../../simulators/slack/event-payloads.ts';
import { applicationThat, echo, later } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot, wordsOf } from '../harness.ts';

/** What holds for whatever way somebody comes in beside the slash command, with the real Bolt in between. */
describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let bot: Bot;
  const start = async (application: Parameters<typeof startBot>[1]) => {
    bot = await startBot(mode, application);
    return bot;
  };
  afterEach(() => bot.end());

  describe.each(['mention', 'message', 'shortcut', 'home'] as const)('by %s', (door) => {
    const knock = (own: Bot, text: string) =>
      ({
        mention: () => own.event(mention({ text: `<@UBOT> ${text}` })),
        message: () => own.event(directMessage({ text })),
        shortcut: () => own.shortcut({ text }),
        home: () => own.pressAtHome({ id: text.slice(0, 200) || 'a' }),
      })[door]();
    const replies = ({ simulator: { workspace, responses } }: Bot): readonly unknown[] => [
      ...workspace.messages.map(({ payload }) => payload),
      ...workspace.whispers.map(({ payload }) => payload),
      ...responses.map(({ body }) => body),
    ];

    it('hostile text is said back as words alone, and Slack takes every answer', async () => {
      const own = await start(echo());
      const texts = [
        '<!channel> @everyone *b* `c`',
        'x'.repeat(10_000),
        '\u0000\u0007\u001b[31m',
        '\u202eabc שלום',
        '👩‍👩‍👧‍👦'.repeat(300),
        '__proto__ constructor',
        ' ',
      ];
      for (const text of texts) {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect((await knock(own, escaped)).status).toBe(200);
      }
      await own.stop();
      expect(replies(own)).toHaveLength(texts.length);
      for (const reply of replies(own)) expect((reply as { text: string }).text).not.toMatch(/[<>]/);
    });

    it('a failure of ours is told privately', async () => {
      const own = await start(applicationThat(() => later(() => Promise.reject(new Error('disk full')))));
      await knock(own, 'a');
      await own.stop();
      expect(replies(own)).toHaveLength(1);
      expect(wordsOf(replies(own)[0])).toContain('went wrong');
      expect(wordsOf(replies(own)[0])).not.toContain('disk full');
    });

    it('no reply is lost or doubled by a 429, and none is lost by a 500', async () => {
      const own = await start(echo());
      const methods = ['chat.postMessage', 'chat.postEphemeral', 'response_url'];
      for (const method of methods) own.simulator.fail(method, { kind: 'rate-limited', seconds: 0.1 });
      await knock(own, 'a');
      await own.simulator.waitUntil(() => replies(own).length === 1);
      for (const method of methods) own.simulator.fail(method, { kind: 'error-before', status: 500 });
      await knock(own, 'b');
      await own.stop();
      expect(replies(own)).toHaveLength(2);
    });
  });
});
