import { expect, it } from 'vitest';
import { ada, asked, bo, cy, openQuiz, openServer, refreshed, revealed, sees, until } from './whole-steps.ts';

const channel = '800000000000000111';

it('plays a quiz alone on Discord, from the lobby to the rematch', async () => {
  const server = await openServer();
  const { press, forward } = server;
  const lobby = await openQuiz(server, channel, { count: 2 });
  for (const who of [ada, bo, cy]) expect(await press(who, lobby, 'Join')).toContain('You are in');
  expect(await press(bo, lobby, 'Join')).toContain('You are in already');
  forward(2500);
  await sees(server, channel, new RegExp(`3 players: <@${ada.id}>, <@${bo.id}> and <@${cy.id}>`));
  expect(await press(ada, lobby, 'Start now')).toContain('Here we go');

  const first = await asked(server, channel, 0);
  expect(first.message.where).toBe(lobby.id);
  const { at } = first.message;
  expect(await press(ada, first.message, first.right, at + 1000)).toContain(`${first.right} locked in`);
  expect(await press(bo, first.message, first.right, at + 1000)).toContain('locked in');
  expect(await press(cy, first.message, first.wrong, at + 500)).toContain('locked in');
  const reveal = await revealed(server, first.message);
  expect(reveal.words).toContain(`The right answer is ${first.right}`);
  // A tie; who of the two is named first depends on a millisecond.
  for (const who of [ada, bo]) expect(reveal.words).toMatch(new RegExp(`1\\. <@${who.id}> 900.*3\\. <@${cy.id}> 0`));

  const second = await asked(server, channel, 1);
  expect(second.message.words).toContain(`<@${bo.id}> 900`);
  const opened = second.message.at;
  await press(bo, second.message, second.wrong, opened + 500);
  expect(await press(bo, second.message, second.right, opened + 700)).toContain(
    `You chose ${second.wrong} already; the first choice counts`,
  );
  forward(opened + 6000 - server.now());
  await until(() => expect(refreshed(server, second.message).words).toContain('Nobody had it right'));
  expect(await press(ada, second.message, second.right, opened + 4900)).toContain('locked in');
  expect(await press(cy, second.message, second.right, opened + 5200)).toContain('Too late');
  forward(1500);
  await until(() => expect(refreshed(server, second.message).words).toContain(`Fastest: <@${ada.id}>`));
  forward(5000);

  const result = await sees(
    server,
    channel,
    new RegExp(`The quiz is over.*<@${ada.id}> 1,410 points.*<@${bo.id}> 900`),
  );
  expect(result.where).toBe(lobby.id);
  const inChannel = await sees(server, channel, new RegExp(`the result.*🥇 <@${ada.id}> 1,410 points`));
  expect(inChannel.where).toBe(channel);
  expect(server.discord.channels.get(channel).messages.find(({ id }) => id === inChannel.id)?.files).toHaveLength(1);
  expect(await press(cy, result, 'Review my mistakes')).toContain('2 questions to look at again');
  expect(await press(ada, result, 'Review my mistakes')).toContain('No mistakes');
  expect(await press({ id: '100000000000000069', name: 'Eve' }, result, 'Review my mistakes')).toContain(
    'did not play',
  );
  expect(await server.use(bo, channel, 'leaderboard', null)).toMatch(/1 +Ada +1,410 +100% +1.* 2 +Bo +900 +50% +0/);
  expect(await press(bo, inChannel, 'Rematch')).toContain('The quiz is open, and you are its host');
  const rematch = await sees(server, channel, new RegExp(`<@${bo.id}> starts a quiz`));
  await press(bo, rematch, 'Join');
  await press(bo, rematch, 'Start now');
  const again = await asked(server, channel, 0);
  expect([first.message.words, second.message.words]).not.toContain(again.message.words);
});

it('plays a quiz in teams on Discord, in which a bigger team has no advantage', async () => {
  const server = await openServer();
  const { press } = server;
  const lobby = await openQuiz(server, channel, { count: 1, teams: 2 });
  expect(await press(ada, lobby, 'Join Red')).toContain('team Red');
  expect(await press(bo, lobby, 'Join Red')).toContain('team Red');
  expect(await press(bo, lobby, 'Join Blue')).toContain('team Blue');
  expect(await press(cy, lobby, 'Join Blue')).toContain('team Blue');
  expect(await press(cy, lobby, 'Join Blue')).toContain('in team Blue already');
  await press(ada, lobby, 'Start now');
  const { message, right, wrong } = await asked(server, channel, 0);
  await press(ada, message, right, message.at + 1000);
  await press(bo, message, right, message.at + 500);
  await press(cy, message, wrong, message.at + 500);
  expect((await revealed(server, message)).words).toMatch(/1\. Blue 950 · 2\. Red 900/);
  const result = await sees(server, channel, /The quiz is over.*Blue won: Blue 950 · Red 900/);
  expect(result.words).toMatch(new RegExp(`🥇 <@${bo.id}> 950 points.*🥈 <@${ada.id}> 900 points`));
  expect(await server.use(ada, channel, 'leaderboard', null, { teams: true })).toMatch(
    /1 +Blue +1 +1 +950.*2 +Red +0 +1 +900/,
  );
});
