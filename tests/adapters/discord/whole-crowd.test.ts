import { expect, it } from 'vitest';
import { ada, asked, openQuiz, openServer, revealed, until } from './whole-steps.ts';

const channel = '800000000000000161';
const crowd = Array.from({ length: 50 }, (_, index) => ({
  id: `1000000000000006${10 + index}`,
  name: `player-${index}`,
}));

it('counts 50 clicks of the same 100 ms on Discord, each once', async () => {
  const server = await openServer();
  const { press, forward, use } = server;
  const lobby = await openQuiz(server, channel, { count: 1 });
  await press(ada, lobby, 'Join');
  await press(ada, lobby, 'Start now');
  const { message, right, wrong } = await asked(server, channel, 0);
  const clicks = [...crowd, ...crowd].map((who, index) => {
    const label = index % 2 === 0 ? right : wrong;
    return press(who, message, label, message.at + 1000 + (index % 100));
  });
  const told = await Promise.all(clicks);
  expect(told.filter((words) => words.includes('locked in'))).toHaveLength(50);
  expect(told.filter((words) => words.includes('already; the first choice counts'))).toHaveLength(50);
  forward(message.at + 6000 - server.now());
  const reveal = await revealed(server, message);
  expect(reveal.words).toMatch(/✅ [A-D] .*?█████░░░░░ 25/);
  expect(await use(ada, channel, 'leaderboard', null)).toContain('1 to 10 of 50');
  const answers = await server.database.read('select count(*) as all_of_them from quiz_answers');
  expect(answers).toEqual([{ all_of_them: 50 }]);
  await until(async () => {
    const [board] = await server.database.read(
      "select sum(answered) as n, sum(correct) as r from scores where period = 'all' and board like '%161'",
    );
    expect(board).toEqual({ n: 50, r: 25 });
  });
});
