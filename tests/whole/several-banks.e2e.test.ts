import { expect, it } from 'vitest';
import { loadBank } from '../../src/bank/load.ts';
import { nameBank } from '../../src/core/bank-name.ts';
import { foreignBank } from '../foreign-bank.ts';
import { whole } from '../search/bank.ts';
import { platforms } from './platforms.ts';
import { asked, dailyLetters, openQuiz, refreshed, revealed, sees } from './steps.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 2, 7);
const git = nameBank(await loadBank(foreignBank), 'git', whole.subject.command);
const gitItems = git.questions.flatMap(({ items }) => items);

it.each(platforms)('a channel on $platform uses another bank than the rest of the place', async ({ open }) => {
  const chat = await open(monday, 0, [git]);
  const { ada, bo, boss, channel, elsewhere, command, commandAlone, press, forward, store, scope } = chat;

  expect(await command(ada, channel, 'bank')).toContain('This channel uses PyTorch interview questions');
  expect(await command(ada, channel, 'bank use git')).toMatch(/those who run this channel/);
  expect(await command(boss, channel, 'bank use git')).toMatch(/Git questions .*In use from now on: 3 questions/s);
  await sees(chat, channel, /chose another question bank for this channel: Git questions\./);

  expect(await command(ada, channel, 'What does git revert do?')).toContain('It records a new commit');
  expect(await command(ada, elsewhere, 'What does git revert do?')).not.toContain('It records a new commit');
  expect(await command(ada, channel, 'topics')).toContain('Undoing things (2)');

  // An item of the bank is all that a quiz, a daily question and practice can ask there.
  const lobby = await openQuiz(chat, channel, 'quiz 1 60s');
  expect(lobby.words).toContain('Git quiz');
  await press(bo, lobby, 'Join');
  await press(ada, lobby, 'Start now');
  const { message, right } = await asked(chat, channel, 0);
  const live = await store.transact((unit) => unit.quizzes.liveIn(`${scope}:${channel}`));
  expect(gitItems.map(({ id }) => id)).toContain(live?.state.questions[0]?.item);
  expect(live?.state.questions[0]?.question).toMatch(/^git\./);
  for (const who of [ada, bo]) await press(who, message, right);
  await revealed(chat, message);
  await sees(chat, channel, /The quiz is over/);

  await command(boss, channel, 'daily on 08:00 UTC topic:undoing');
  forward(hour);
  const daily = await sees(chat, channel, /Daily question · 2 November/);
  expect(daily.words).toMatch(/Undoing things/);
  expect(await press(ada, daily, (await dailyLetters(chat, channel)).right)).toContain('Right');

  // Back to the first one: what was asked stays as it was asked.
  expect(await command(boss, channel, 'bank use pytorch')).toMatch(/The daily question asks on Undoing things/);
  expect(await press(bo, daily, (await dailyLetters(chat, channel)).right)).toContain('Right');
  expect(await command(ada, channel, 'What does git revert do?')).not.toContain('It records a new commit');
  expect(refreshed(chat, daily).words).toMatch(/Undoing things/);
  forward(24 * hour);
  await chat.settled();
  expect(chat.direct(boss).join('\n')).toContain('no longer has its topic, “Undoing things”');

  // Alone with the bot everybody chooses for themselves.
  expect(await commandAlone(ada, 'bank use git')).toContain('Git questions');
  expect(await commandAlone(ada, 'practice 1')).toMatch(/Practice: question 1 of 1/);
  const session = await store.transact((unit) => unit.practice.lock(`${scope}:${ada.id}`));
  expect(session?.items[0]?.question).toMatch(/^git\./);
});
