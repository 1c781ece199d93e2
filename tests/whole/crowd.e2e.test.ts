import { expect, it } from 'vitest';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { asked, openQuiz, revealed } from './steps.ts';

it.each(platforms)('counts 50 clicks of the same 100 ms on $platform, each once', async ({ open }) => {
  const chat = await open();
  const { ada, channel, database, press, forward, command } = chat;
  const crowd = Array.from({ length: 50 }, (_, index) => chat.createPerson(100 + index, `player-${index}`));
  const lobby = await openQuiz(chat, channel, 'quiz 1 60s');
  await press(ada, lobby, 'Start now');
  const { message, right, wrong } = await asked(chat, channel, 0);
  const clicks = [...crowd, ...crowd].map((who, index) => {
    // The second click of each is on the other letter: of a double click on the same nobody is told anything.
    const isRight = (index % 2 === 0) === index < crowd.length;
    const label = isRight ? right : wrong;
    return press(who, message, label, message.at + 1000 + (index % 100));
  });
  const told = await Promise.all(clicks);
  expect(told.filter((words) => words.includes('locked in'))).toHaveLength(50);
  expect(told.filter((words) => words.includes('already; the first choice counts'))).toHaveLength(50);
  forward(message.at + 61_000 - chat.now());
  const reveal = await revealed(chat, message);
  expect(reveal.words).toMatch(/✅ [A-D] .*?█████░░░░░ 25/);
  expect(await command(ada, channel, 'leaderboard')).toContain('1 to 10 of 50');
  const answers = await database.read('select count(*) as all_of_them from quiz_answers');
  expect(answers).toEqual([{ all_of_them: 50 }]);
  await until(async () => {
    const [board] = await database.read(
      `select sum(answered) as n, sum(correct) as r from scores where period = 'all' and board like '%${channel}'`,
    );
    expect(board).toEqual({ n: 50, r: 25 });
  });
});
