import { expect, it } from 'vitest';
import { platforms } from './platforms.ts';
import { asked, openQuiz, revealed, sees } from './steps.ts';

it.each(platforms)('has room on $platform for thirty players with the longest names', async ({ open }) => {
  const chat = await open();
  const { boss, channel, longestName, press, command, forward } = chat;
  const names = ['😀'.repeat(longestName), '`*_<@'.repeat(longestName / 5)];
  const people = Array.from({ length: 30 }, (_, index) => chat.createPerson(100 + index, names[index % 2] ?? ''));
  const [host = boss] = people;
  const lobby = await openQuiz(chat, channel, 'quiz 1 5s teams', host);
  await Promise.all(people.map((who) => press(who, lobby, 'Any team')));
  forward(2500);
  await press(host, lobby, 'Start now');
  const { message, right } = await asked(chat, channel, 0);
  await Promise.all(people.map((who) => press(who, message, right, message.at + 1000)));
  await revealed(chat, message);
  expect((await sees(chat, channel, /The quiz is over/)).words).toContain('and 22 more who share a place');
  await sees(chat, channel, /· the result/);
  expect(await command(host, channel, 'leaderboard')).toContain('1 to 10 of 30');
});
