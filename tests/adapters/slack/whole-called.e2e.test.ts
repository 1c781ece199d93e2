import { expect, it } from 'vitest';
import { mention } from '../../simulators/slack/event-payloads.ts';
import { until } from '../../until.ts';
import type { SlackChat } from '../../whole/slack-chat.ts';
import { openSlackChat } from '../../whole/slack-chat.ts';
import { asked, openQuiz, sees } from '../../whole/steps.ts';

const blocksOf = ({ simulator }: SlackChat, id: string) =>
  JSON.stringify(simulator.workspace.messages.find(({ ts }) => ts === id)?.payload['blocks']);

const startByMention = ({ simulator, channel }: SlackChat, user: string) =>
  simulator.sockets.deliver('events_api', mention({ text: '<@UBOT> quiz 1 5s', user, channel }));

it('calls people by their display name in the lobby, in the result and on boards', async () => {
  const chat = await openSlackChat();
  const { simulator, channel, ada, bo, press, command } = chat;
  simulator.workspace.profiles.set(ada.id, { display_name: 'Ada L.', real_name: 'Ada Lovelace' });
  simulator.workspace.profiles.set(bo.id, { display_name: '', real_name: 'Bo Diddley' });
  const lobby = await openQuiz(chat, channel, 'quiz 1 5s');
  expect(lobby.words).toContain('Ada L. starts a quiz');
  await press(bo, lobby, 'Join');
  await press(ada, lobby, 'Start now');
  const { message, right } = await asked(chat, channel, 0);
  for (const who of [ada, bo]) await press(who, message, right, message.at + 1000);
  expect((await sees(chat, channel, /· the result/)).words).toMatch(/🥇 Ada L\. .*🥇 Bo Diddley/);
  await until(async () => expect(await command(bo, channel, 'leaderboard')).toMatch(/1 Ada L\. .*1 Bo Diddley/));
});

it('names the host of a quiz that was started by a mention as their points do, else by a mention', async () => {
  const chat = await openSlackChat();
  const { simulator, channel, elsewhere, store } = chat;
  simulator.workspace.scopes = ['commands', 'chat:write', 'app_mentions:read', 'im:history'];
  const earlier = { user: 'slack:T1:U77', name: 'Grace', points: 5, answered: 1, correct: 1, won: 0 };
  await store.transact(({ scores }) => scores.add(['slack:T1', 'slack:T1:C11'], ['all'], earlier));
  await startByMention(chat, 'U77');
  expect((await sees(chat, channel, /starts a quiz/)).words).toContain('Grace starts a quiz');
  await startByMention({ ...chat, channel: elsewhere }, 'U78');
  const lobby = await sees(chat, elsewhere, /starts a quiz/);
  expect(blocksOf(chat, lobby.id)).toContain('{"type":"user","user_id":"U78"}');
});
