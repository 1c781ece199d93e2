import { expect, it } from 'vitest';
import { mention } from '../simulators/slack/event-payloads.ts';
import { until } from '../until.ts';
import { openSlackChat } from './slack-chat.ts';
import { sees } from './steps.ts';

it('links to the card in the channel when a quiz is started by a mention in a thread on Slack', async () => {
  const chat = await openSlackChat();
  const { simulator, channel, ada, linkTo } = chat;
  const root = '1700000001.000100';
  const text = '<@UBOT> quiz 2 5s';
  await simulator.sockets.deliver('events_api', mention({ text, user: ada.id, channel, thread: root }));
  const lobby = await sees(chat, channel, /starts a quiz/);
  expect(lobby.thread).toBeNull();
  const [whisper] = await until(() => {
    expect(simulator.workspace.whispers).toHaveLength(1);
    return simulator.workspace.whispers;
  });
  expect(whisper).toMatchObject({ user: ada.id, channel, payload: { thread_ts: root } });
  expect(JSON.stringify(whisper?.payload)).toContain(linkTo(lobby));
  expect(String(whisper?.payload['text'])).toBe(
    'The quiz is open, and you are in as its host. Its card stands in the channel that this thread belongs to.',
  );
});
