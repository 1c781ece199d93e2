import { expect, it } from 'vitest';
import { tokensRevoked, uninstalled } from '../simulators/slack/event-payloads.ts';
import { asIn } from '../simulators/slack/payloads.ts';
import { until } from '../until.ts';
import type { SlackChat } from './slack-chat.ts';
import { openSlackWorkspaces } from './slack-workspaces.ts';
import { asked, dailyLetters, openQuiz, revealed, rowsOf, sees } from './steps.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 2, 7);
const teams = ['T2', 'T3', 'T4'];

/** The journeys of one workspace; `name` is only known there. */
async function lives(chat: SlackChat, name: string): Promise<void> {
  const { ada, boss, channel, elsewhere, command, press } = chat;
  const player = { ...ada, name };
  expect(await command(player, channel, 'what is stride')).toContain('stride');
  await command(boss, elsewhere, 'daily on 08:00 Etc/UTC');
  const lobby = await openQuiz(chat, channel, 'quiz 1 5s', player);
  await press(player, lobby, 'Start now');
  const { message, right } = await asked(chat, channel, 0);
  expect(await press(player, message, right)).toContain('locked in');
}

it('three workspaces look up, play and have their daily questions at once, and none sees another', async () => {
  const { simulator, chats, bot } = await openSlackWorkspaces(teams, monday);
  const names = chats.map((_, no) => `Person of ${teams[no]}`);
  await Promise.all(chats.map((chat, no) => lives(chat, names[no] ?? '')));
  bot.forward(hour);
  await bot.settled();
  for (const [no, chat] of chats.entries()) {
    const daily = await sees(chat, chat.elsewhere, /Daily question · 2 November/);
    const player = { ...chat.ada, name: names[no] ?? '' };
    const verdict = await chat.press(player, daily, (await dailyLetters(chat, chat.elsewhere)).right);
    expect(verdict).toContain('Right');
    const board = await chat.command(chat.bo, chat.channel, 'leaderboard all everywhere');
    expect(board).toContain(names[no]);
    for (const other of names.filter((name) => name !== names[no])) expect(board).not.toContain(other);
  }
  // The simulator complains of a token that goes with an id of another workspace; here is that each has been used.
  for (const team of teams) {
    expect(simulator.calls.filter((call) => call.team === team && call.method === 'chat.postMessage')).not.toEqual([]);
  }
  expect(simulator.calls.filter(({ team, method }) => team === null && method.startsWith('chat.'))).toEqual([]);
});

it('a workspace that removes the app is forgotten, and the others go on', async () => {
  const { simulator, chats, bot } = await openSlackWorkspaces(teams, monday);
  for (const chat of chats) await chat.command(chat.boss, chat.elsewhere, 'daily on 08:00 Etc/UTC');
  const [gone, ...others] = chats;
  if (gone === undefined) throw new Error('no workspace');
  const workspaceOf = { team: 'T2', botUser: 'UBOTT2' };
  const event = { ...uninstalled(), event_time: Math.ceil(bot.now() / 1000) };
  await simulator.sockets.deliver('events_api', asIn(workspaceOf, event));
  await until(async () => expect(await rowsOf(gone)).toEqual([]));
  bot.forward(hour);
  await bot.settled();
  for (const chat of others) await sees(chat, chat.elsewhere, /Daily question · 2 November/);
  expect(gone.messages(gone.elsewhere).filter(({ words }) => words.includes('Daily question ·'))).toEqual([]);
});

it('nothing is deleted when Slack tells of a removal from before the app was installed again, or of revoked tokens alone', async () => {
  const { simulator, chats, bot } = await openSlackWorkspaces(['T2'], monday);
  const [chat] = chats;
  if (chat === undefined) throw new Error('no workspace');
  await chat.command(chat.boss, chat.elsewhere, 'daily on 08:00 Etc/UTC');
  const where = { team: 'T2', botUser: 'UBOTT2' };
  const old = { ...uninstalled(), event_time: Math.floor(bot.now() / 1000) - 600 };
  await simulator.sockets.deliver('events_api', asIn(where, old));
  const renewed = { ...tokensRevoked({ bot: ['UBOTT2'] }), event_time: Math.ceil(bot.now() / 1000) };
  await simulator.sockets.deliver('events_api', asIn(where, renewed));
  const said = () => bot.lines.map(({ message }) => message);
  await until(() => expect(said()).toContain('Slack told of a removal from before the app was installed again.'));
  await until(() => expect(said()).toContain('Tokens were revoked, and the app is still installed.'));
  bot.forward(hour);
  await bot.settled();
  await sees(chat, chat.elsewhere, /Daily question · 2 November/);
});

it('what a quiz asks and reveals stays in the workspace where it is played', async () => {
  const { chats } = await openSlackWorkspaces(['T2', 'T3'], monday);
  const [one, two] = chats;
  if (one === undefined || two === undefined) throw new Error('no workspaces');
  const lobby = await openQuiz(one, one.channel, 'quiz 1 5s');
  await openQuiz(two, two.channel, 'quiz 1 5s');
  await one.press(one.ada, lobby, 'Start now');
  const { message, right } = await asked(one, one.channel, 0);
  await one.press(one.ada, message, right);
  await revealed(one, message);
  expect(
    two
      .messages(two.channel)
      .map(({ words }) => words)
      .join(),
  ).not.toContain('Question 1 of 1');
});
