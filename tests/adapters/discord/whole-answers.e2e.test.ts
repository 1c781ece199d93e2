import { expect, it } from 'vitest';
import { until } from '../../until.ts';
import { findButton } from '../../whole/chat.ts';
import { openDiscordChat } from '../../whole/discord-chat.ts';
import { asked, openQuiz } from '../../whole/steps.ts';

/** A question that is open, and what it takes to click on it. */
async function openQuestion() {
  const chat = await openDiscordChat();
  const { ada, bo, channel, press, simulator } = chat;
  const lobby = await openQuiz(chat, channel, 'quiz 2 60s');
  await press(bo, lobby, 'Join');
  await press(ada, lobby, 'Start now');
  const { message, right, wrong } = await asked(chat, channel, 0);
  return {
    ...chat,
    message,
    right,
    wrong,
    callbacks: () => simulator.calls.filter(({ path }) => path.endsWith('/callback')),
  };
}

it('says with its one response to a click that the answer counts, once that is on disk', async () => {
  const { ada, message, right, press, simulator, callbacks, database } = await openQuestion();
  const before = { callbacks: callbacks().length, all: simulator.calls.length };
  expect(await press(ada, message, right)).toContain('locked in');
  expect(await database.read('select count(*) as n from quiz_answers')).toEqual([{ n: 1 }]);
  const since = simulator.calls
    .slice(before.all)
    .filter(({ path }) => path.includes('/webhooks/') || path.endsWith('/callback'));
  expect(since.map(({ status }) => status)).toEqual([204]);
});

it('keeps an answer whose response never came through, and says on the next click that it counts', async () => {
  const { ada, message, right, wrong, press, simulator, database, lines, channel, forward } = await openQuestion();
  const thread = message.thread ?? '';
  simulator.faults.always('POST', /\/callback$/, { kind: 'reset', when: 'before' });
  const shown = simulator.channels.find(thread)?.messages.find(({ id }) => id === message.id);
  const scene = { channel: thread, parent: channel, user: ada.id, name: ada.name };
  const lost = simulator.press(findButton(message, right), shown, scene, message.at + 1000);
  await until(() => expect(lines.filter(({ message: words }) => words.includes('did not accept'))).toHaveLength(3));
  simulator.faults.clear();
  forward(1500);
  expect(await press(ada, message, wrong)).toContain('already; the first choice counts');
  expect(await database.read('select count(*) as n from quiz_answers')).toEqual([{ n: 1 }]);
  expect(lost.original).toBeNull();
});
