import { expect, it } from 'vitest';
import { until } from '../until.ts';
import type { Chat, Person, Shown } from './chat.ts';
import { openDiscordChat } from './discord-chat.ts';
import { platforms } from './platforms.ts';
import { asked, openQuiz, refreshed, revealed, rowsOf, sees } from './steps.ts';

/** What is left of a question's time (ms) when Eve, who plays as its host, does not answer it. */
const rest = 20_000;

/** Ada, Bo and Cy play Eve's quiz; all are right in the first question, Ada first. */
async function answeredOnce(chat: Chat, text: string): Promise<Shown> {
  const { ada, bo, cy, eve, channel, press } = chat;
  const lobby = await openQuiz(chat, channel, text, eve);
  for (const who of [bo, cy]) await press(who, lobby, 'Join');
  await press(eve, lobby, 'Start now');
  const { message, right } = await asked(chat, channel, 0);
  for (const [no, who] of [ada, bo, cy].entries()) await press(who, message, right, message.at + 1000 * (no + 1));
  chat.forward(rest);
  await revealed(chat, message);
  return lobby;
}

const rowsAbout = async (chat: Chat, { id }: Person) =>
  (await rowsOf(chat)).filter((row) => row.includes(`${chat.scope}:${id}"`));

it.each(platforms)(
  'leaves nothing on $platform of whoever is forgotten in a quiz, by direct message',
  async ({ open }) => {
    const chat = await open();
    const { ada, bo, cy, channel, press, commandAlone, pressPrivately, messages, command, named } = chat;
    const lobby = await answeredOnce(chat, 'quiz 2 20s');
    const { message, right } = await asked(chat, channel, 1);
    const told = await commandAlone(ada, 'forget me');
    expect(told).toContain('975 points');
    expect(told).toContain('You leave the quiz that is being played.');
    expect(await pressPrivately(ada, /everywhere/.test(told) ? 'Forget me everywhere' : 'Forget me')).toContain(
      'You are forgotten',
    );
    expect(await rowsAbout(chat, ada)).toEqual([]);
    await press(bo, message, right, message.at + 1000);
    await press(cy, message, right, message.at + 2000);
    chat.forward(rest);
    const result = await sees(chat, channel, /· the result/);
    expect(result.words).toMatch(new RegExp(`🥇 ${named(bo)} .*🥈 ${named(cy)} `));
    await until(() => expect(refreshed(chat, lobby).words).toContain('won with'));
    for (const shown of messages(channel).filter(({ at }) => at > message.at)) {
      expect(shown.words).not.toMatch(new RegExp(`${named(ada)}\\b|forgotten`));
    }
    expect(refreshed(chat, lobby).words).not.toContain(named(ada));
    const board = await command(bo, channel, 'leaderboard');
    expect(board).toMatch(/1 bo .*2 cy /);
    expect(board).not.toMatch(/ada|forgotten/);
    expect(await commandAlone(ada, 'me')).toContain('no points yet');
  },
);

it.each(platforms)('counts who joins again on $platform as one person, from zero', async ({ open }) => {
  const chat = await open();
  const { ada, bo, cy, channel, press, command, commandAlone, pressPrivately } = chat;
  await answeredOnce(chat, 'quiz 2 20s');
  const { message, right, wrong } = await asked(chat, channel, 1);
  const told = await commandAlone(ada, 'forget me');
  await pressPrivately(ada, /everywhere/.test(told) ? 'Forget me everywhere' : 'Forget me');
  expect(await press(ada, message, right, message.at + 4000)).toContain('locked in');
  for (const who of [bo, cy]) await press(who, message, wrong, message.at + 4500);
  chat.forward(rest);
  const result = await sees(chat, channel, /· the result/);
  expect(result.words).toMatch(new RegExp(`🥇 ${chat.named(bo)} 950.*🥈 .*🥉 ${chat.named(ada)} 900`));
  const board = await command(bo, channel, 'leaderboard');
  expect(board.match(/\bada\b/g)).toHaveLength(1);
  expect(board).toContain('3 ada 900');
});

it('shows and deletes on Discord by direct message what is of any server, each by its name', async () => {
  const chat = await openDiscordChat();
  const { ada, simulator, command, commandAlone, pressPrivately, channel } = chat;
  simulator.serverNames.set(chat.scope.split(':')[1] ?? '', 'Chess *club*');
  await answeredOnce(chat, 'quiz 1 20s');
  await until(async () => expect(await command(ada, channel, 'me')).toContain('975'));
  expect(await commandAlone(ada, 'me')).toMatch(/By place: - Chess club\W*: 975 points/);
  const told = await commandAlone(ada, 'forget me');
  expect(told).toMatch(/Chess club\W*: 975 points, your part in 1 quiz/);
  expect(told).not.toMatch(/\d{15}/);
  const here = await command(ada, channel, 'forget me');
  expect(here).toContain('What I keep of you elsewhere stays.');
  await commandAlone(ada, 'forget me');
  expect(await pressPrivately(ada, 'Forget me everywhere')).toContain('any more, anywhere.');
  expect(await rowsAbout(chat, ada)).toEqual([]);
  expect(await commandAlone(ada, 'me')).toContain('no points yet');
  expect(await commandAlone(ada, 'forget me')).toContain('I keep nothing about you');
});

it('names on Discord no server by its number when it is told no name', async () => {
  const chat = await openDiscordChat();
  const { ada, simulator, commandAlone } = chat;
  await answeredOnce(chat, 'quiz 1 20s');
  simulator.closedServers.add(chat.scope.split(':')[1] ?? '');
  await until(async () =>
    expect(await commandAlone(ada, 'forget me')).toContain('A place whose name I cannot see: 975'),
  );
});
