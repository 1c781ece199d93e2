import { afterEach, describe, expect, it } from 'vitest';
import type { Application } from '../../../../src/app/ports.ts';
import { homeOpened } from '../../../simulators/slack/event-payloads.ts';
import { echo } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot, wordsOf } from '../harness.ts';

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let bot: Bot;
  const start = async (application: Application, extras = {}) => {
    bot = await startBot(mode, application, extras);
    return bot;
  };
  afterEach(() => bot.end());

  describe("the app's own page", () => {
    it('shows what the application says of itself, once as long as that is the same', async () => {
      const { event, simulator, stop } = await start(echo());
      await event(homeOpened({ user: 'U5' }));
      await simulator.waitUntil(() => simulator.workspace.homes.has('U5'));
      const home = simulator.workspace.homes.get('U5');
      expect(wordsOf(home)).toContain('What I can do');
      await event(homeOpened({ user: 'U5', mark: String(home?.['private_metadata']) }));
      await event(homeOpened({ user: 'U5', tab: 'messages' }));
      await stop();
      expect(simulator.workspace.views).toHaveLength(1);
    });

    it('is tried again after 429 and 500', async () => {
      const { event, simulator, stop } = await start(echo());
      simulator.fail('views.publish', { kind: 'rate-limited', seconds: 0 }, { kind: 'error-after', status: 500 });
      await event(homeOpened());
      await stop();
      expect(simulator.workspace.views).toHaveLength(2);
    });

    it('has buttons that answer in direct messages, since they have no response address', async () => {
      const application = echo();
      const { pressAtHome, simulator, stop } = await start(application);
      expect((await pressAtHome({ id: 'show:stride', user: 'U5' })).status).toBe(200);
      await stop();
      expect(simulator.workspace.messages).toMatchObject([{ channel: 'D5' }]);
      expect(application.heard).toMatchObject([
        { kind: 'press', id: 'show:stride', caller: { user: 'slack:T1:U5', direct: true } },
      ]);
    });
  });
});
