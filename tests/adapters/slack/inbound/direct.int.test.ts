import { describe, expect, it } from 'vitest';
import { directMessage } from '../../../simulators/slack/event-payloads.ts';
import { applicationThat, echoCard, later, now, toAsker } from '../applications.ts';
import { startBot } from '../harness.ts';

const answering = () => applicationThat((inbound) => now(toAsker(echoCard(inbound))));

/** In a conversation with the bot alone a message for one person would vanish when Slack is opened again. */
describe.each(['http', 'socket'] as const)('in a direct conversation, over %s', (mode) => {
  it('a pressed button is answered with a message that stays', async () => {
    const { press, simulator, end } = await startBot(mode, answering());
    await press({ id: 'practise:stride', ephemeral: false, channel: 'D1' });
    await press({ id: 'show:stride', ephemeral: false, channel: 'D1', thread: '1699999999.000100' });
    await end();
    expect(simulator.responses).toEqual([]);
    expect(simulator.workspace.messages).toMatchObject([
      { channel: 'D1' },
      { channel: 'D1', payload: { thread_ts: '1699999999.000100' } },
    ]);
  });

  it('so is a slash command, once it is known for the bot’s own', async () => {
    const { command, event, simulator, end } = await startBot(mode, answering());
    await event(directMessage({ text: 'hello' }));
    await simulator.waitUntil(() => simulator.workspace.messages.length === 1);
    expect((await command({ text: 'help', channel: 'D1' })).message).toMatchObject({ response_type: 'in_channel' });
    await end();
  });

  it('so is one that takes its time', async () => {
    const { command, event, simulator, end } = await startBot(
      mode,
      applicationThat((inbound) => later(async () => echoCard(inbound))),
    );
    await event(directMessage({ text: 'hello' }));
    await simulator.waitUntil(() => simulator.workspace.messages.length === 1);
    await command({ text: 'me', channel: 'D1' });
    await end();
    expect(simulator.responses).toEqual([]);
    expect(simulator.workspace.messages).toMatchObject([{ channel: 'D1' }, { channel: 'D1' }]);
  });

  it('between two people nobody but the asker sees the answer', async () => {
    const { command, press, simulator, end } = await startBot(mode, answering());
    expect((await command({ text: 'help', channel: 'D9' })).message).toMatchObject({ response_type: 'ephemeral' });
    await press({ id: 'practise:stride', ephemeral: true, channel: 'D9' });
    await end();
    expect(simulator.responses).toMatchObject([{ body: { response_type: 'ephemeral' } }]);
    expect(simulator.workspace.messages).toEqual([]);
  });
});
