import { afterEach, describe, expect, it } from 'vitest';
import type { Application } from '../../../../src/app/ports.ts';
import { directMessage, mention } from '../../../simulators/slack/event-payloads.ts';
import { applicationThat, echo, echoCard, now } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot, wordsOf } from '../harness.ts';

/** The doors beside the slash command, each over signed HTTP and over Socket Mode, with the real Bolt in between. */
describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let bot: Bot;
  const start = async (application: Application, extras = {}) => {
    bot = await startBot(mode, application, extras);
    return bot;
  };
  afterEach(() => bot.end());

  describe('a mention', () => {
    it('is answered privately, where it was said', async () => {
      const application = echo();
      const { event, simulator, stop } = await start(application);
      expect(await event(mention({ text: '<@UBOT> what is &lt;stride&gt;', user: 'U7' }))).toMatchObject({
        status: 200,
      });
      await event(mention({ text: 'in a thread <@UBOT>', thread: '1699999999.000100' }));
      await stop();
      const { whispers, messages } = simulator.workspace;
      expect(messages).toEqual([]);
      expect(whispers).toMatchObject([
        { channel: 'C1', user: 'U7' },
        { channel: 'C1', user: 'U1', payload: { thread_ts: '1699999999.000100' } },
      ]);
      expect(wordsOf(whispers[0]?.payload)).toContain('what is <stride>');
      expect(application.heard).toMatchObject([
        {
          kind: 'command',
          command: { kind: 'ask', query: 'what is <stride>' },
          caller: { scope: 'slack:T1', channel: 'slack:T1:C1', user: 'slack:T1:U7', direct: false, manages: true },
          event: expect.stringMatching(/^slack:Ev\d+$/) as string,
          at: 1_700_000_003_000,
        },
        { command: { query: 'in a thread' } },
      ]);
    });

    it('outside of a thread is not answered in one that nobody has open', async () => {
      const { event, simulator, stop } = await start(echo());
      await event(mention({ text: '<@UBOT> stride' }));
      await stop();
      expect(simulator.workspace.whispers[0]?.payload).not.toHaveProperty('thread_ts');
    });

    it('is answered in direct messages where the bot cannot whisper', async () => {
      const { event, simulator, stop } = await start(echo());
      simulator.workspace.channels.set('C1', 'not-joined');
      await event(mention({ text: '<@UBOT> stride', user: 'U7' }));
      await stop();
      expect(simulator.workspace.messages).toMatchObject([{ channel: 'D7' }]);
    });

    it('is answered for all to see where the application says so', async () => {
      const { event, simulator, stop } = await start(
        applicationThat((inbound) => now({ audience: 'channel', place: 'new', card: echoCard(inbound) })),
      );
      await event(mention({ text: '<@UBOT> quiz', thread: '1699999999.000100' }));
      await stop();
      expect(simulator.workspace.messages).toMatchObject([
        { channel: 'C1', payload: { thread_ts: '1699999999.000100' } },
      ]);
    });

    it.each([
      ['<@UBOT>', 'help', ''],
      ['<@UBOT> help', 'help', ''],
      ['<@UBOT|pytorch>: what is stride', 'ask', 'what is stride'],
      ['hey <@UBOT> , what is stride?', 'ask', 'hey , what is stride?'],
      ['<@UBOT> <http://torch.cat|torch.cat> vs torch.stack', 'ask', 'torch.cat vs torch.stack'],
      ['<@UBOT> &amp;lt; a &amp;&amp; b', 'ask', '&lt; a && b'],
      ['<@UBOT> :wave: what is stride :thinking_face:', 'ask', 'what is stride'],
      ['<@UBOT> :wave:', 'help', ''],
    ])('of %j is understood', async (text, kind, query) => {
      const application = echo();
      const { event, stop } = await start(application);
      await event(mention({ text }));
      await stop();
      expect(application.heard).toMatchObject([{ command: query === '' ? { kind } : { kind, query } }]);
    });
  });

  describe('a direct message', () => {
    it('is answered by a plain message in that conversation', async () => {
      const application = echo();
      const { event, simulator, stop } = await start(application);
      await event(directMessage({ text: 'what is stride' }));
      await event(directMessage({ text: 'and autograd', thread: '1699999999.000100' }));
      await stop();
      expect(simulator.workspace.messages).toMatchObject([
        { channel: 'D1' },
        { channel: 'D1', payload: { thread_ts: '1699999999.000100' } },
      ]);
      expect(simulator.workspace.messages[0]?.payload).not.toHaveProperty('thread_ts');
      expect(application.heard).toMatchObject([
        {
          command: { query: 'what is stride' },
          caller: { channel: 'slack:T1:D1', direct: true },
          at: 1_700_000_003_000,
        },
        { command: { query: 'and autograd' } },
      ]);
    });

    it.each([
      ['with a file', { subtype: 'file_share', files: [{ id: 'F1' }] }],
      ['from a thread, shown in the conversation as well', { subtype: 'thread_broadcast' }],
      ['said with /me', { subtype: 'me_message' }],
    ])('%s is answered like any other', async (_, more) => {
      const application = echo();
      const { event, simulator, stop } = await start(application);
      await event(directMessage({ text: 'what is stride', more }));
      await stop();
      expect(application.heard).toMatchObject([{ command: { kind: 'ask', query: 'what is stride' } }]);
      expect(simulator.workspace.messages).toMatchObject([{ channel: 'D1' }]);
    });

    it.each([
      ['of the bot itself', { user: 'UBOT', more: { bot_id: 'BBOT' } }],
      ['of another bot', { more: { bot_id: 'B2' } }],
      ['that was edited', { more: { subtype: 'message_changed', message: { text: 'x' } } }],
      ['that was deleted', { more: { subtype: 'message_deleted' } }],
      ['of somebody who joined', { more: { subtype: 'channel_join' } }],
      ['in a group', { channel: 'G1', more: { channel_type: 'mpim' } }],
      ['in a channel', { channel: 'C1', more: { channel_type: 'channel' } }],
    ])('%s gets no answer', async (_, spoken) => {
      const application = echo();
      const { event, simulator, stop } = await start(application);
      expect((await event(directMessage({ text: 'a', ...spoken }))).status).toBe(200);
      await stop();
      expect(application.heard).toEqual([]);
      expect(simulator.workspace.messages).toEqual([]);
    });

    it('with no text gets help', async () => {
      const application = echo();
      const { event, stop } = await start(application);
      await event(directMessage({ text: '', more: { text: undefined } }));
      await stop();
      expect(application.heard).toMatchObject([{ command: { kind: 'help' } }]);
    });
  });

  describe('the shortcut “Look this up”', () => {
    it('looks the message up and answers privately, in its thread', async () => {
      const application = echo();
      const { shortcut, simulator } = await start(application);
      expect(await shortcut({ text: 'topics &amp; <@U2|bob>', thread: '1699999999.000100' })).toEqual({
        status: 200,
        message: null,
      });
      const [response] = await simulator.waitForResponses(1);
      expect(response?.body).toMatchObject({
        response_type: 'ephemeral',
        replace_original: false,
        thread_ts: '1699999999.000100',
      });
      expect(application.heard).toMatchObject([
        { command: { kind: 'ask', query: 'topics & @bob' }, caller: { name: 'ada' }, at: 1_700_000_002_000 },
      ]);
    });

    it('never takes a message for a sub-command', async () => {
      const application = echo();
      const { shortcut, simulator } = await start(application);
      await shortcut({ text: 'help' });
      await simulator.waitForResponses(1);
      expect(application.heard).toMatchObject([{ command: { kind: 'ask', query: 'help' } }]);
    });

    it('of another app is only acknowledged', async () => {
      const application = echo();
      const { shortcut } = await start(application);
      expect((await shortcut({ text: 'a', callback: 'other' })).status).toBe(200);
      expect(application.heard).toEqual([]);
    });
  });
});
