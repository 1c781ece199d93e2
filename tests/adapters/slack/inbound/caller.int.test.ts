import { afterEach, describe, expect, it } from 'vitest';
import type { Application } from '../../../../src/app/ports.ts';
import { mention } from '../../../simulators/slack/event-payloads.ts';
import { echo } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot } from '../harness.ts';

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let bot: Bot;
  const start = async (application: Application, extras = {}) => {
    bot = await startBot(mode, application, extras);
    return bot;
  };
  afterEach(() => bot.end());

  describe('who may decide for a channel', () => {
    it('is who is named, over its daily question and over quizzes of others', async () => {
      const application = echo();
      const { command, press } = await start(application, { managers: ['U2'] });
      await command({ text: 'a', user: 'U1' });
      await command({ text: 'a', user: 'U2' });
      await press({ id: 'a', user: 'U2' });
      expect(application.heard.map(({ caller }) => caller.manages)).toEqual([false, true, true]);
      expect(application.heard.map(({ caller }) => caller.moderates)).toEqual([false, true, true]);
    });

    it('is whoever has it in a conversation with the bot alone, whoever else is named', async () => {
      const application = echo();
      const { command } = await start(application, { managers: ['U2'] });
      await command({ text: 'a', user: 'U1', channel: 'D1' });
      expect(application.heard).toMatchObject([{ caller: { direct: true, manages: true, moderates: true } }]);
    });

    it('is everybody over its daily question where nobody is named, and nobody over quizzes of others', async () => {
      const application = echo();
      const { command } = await start(application);
      await command({ text: 'a', user: 'U1' });
      expect(application.heard).toMatchObject([{ caller: { manages: true, moderates: false } }]);
    });
  });

  describe('a name', () => {
    it('that came with a command is known at the next mention', async () => {
      const application = echo();
      const { press, event, stop } = await start(application);
      await event(mention({ text: '<@UBOT> a' }));
      await press({ id: 'a', name: 'grace' });
      await event(mention({ text: '<@UBOT> b' }));
      await stop();
      expect(application.heard.map(({ caller }) => caller.name)).toEqual(['someone', 'grace', 'grace']);
    });
  });
});
