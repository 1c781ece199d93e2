import { expect, it } from 'vitest';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { asked, openQuiz, refreshed, revealed, sees } from './steps.ts';

it.each(platforms)('plays a quiz alone on $platform, from the lobby to the rematch', async ({ platform, open }) => {
  const chat = await open();
  const { ada, bo, cy, eve, channel, command, press, forward } = chat;
  const [anAda, aBo, aCy] = [ada, bo, cy].map(chat.named);
  const lobby = await openQuiz(chat, channel, 'quiz 2 5s');
  for (const who of [bo, cy]) {
    const joined = await press(who, lobby, 'Join');
    expect(joined).toContain('You are in. The questions come');
    expect(joined).toContain(chat.threadLinkTo(lobby));
  }
  forward(2500);
  expect(await press(bo, lobby, 'Join')).toContain('You are in already');
  await sees(chat, channel, new RegExp(`3 players: ${anAda}, ${aBo} and ${aCy}`));
  const begun = await press(ada, lobby, 'Start now');
  expect(begun).toContain('Here we go');
  expect(begun).toContain(chat.threadLinkTo(lobby));

  const first = await asked(chat, channel, 0);
  expect(first.message.thread).toBe(lobby.id);
  const { at } = first.message;
  expect(await press(ada, first.message, first.right, at + 1000)).toContain(`${first.right} locked in`);
  expect(await press(bo, first.message, first.right, at + 1000)).toContain('locked in');
  expect(await press(cy, first.message, first.wrong, at + 500)).toContain('locked in');
  const reveal = await revealed(chat, first.message);
  expect(reveal.words).toContain(`The right answer is ${first.right}`);
  // A tie; who of the two is named first depends on a millisecond.
  for (const tied of [anAda, aBo]) expect(reveal.words).toMatch(new RegExp(`1\\. ${tied} 900.*3\\. ${aCy} 0`));

  const second = await asked(chat, channel, 1);
  for (const tied of [anAda, aBo]) expect(second.message.words).toContain(`1. ${tied} 900`);
  const opened = second.message.at;
  await press(bo, second.message, second.wrong, opened + 500);
  expect(await press(bo, second.message, second.right, opened + 700)).toContain(
    `You chose ${second.wrong} already; the first choice counts`,
  );
  forward(opened + 6000 - chat.now());
  await until(() => expect(refreshed(chat, second.message).words).toContain('Nobody got it right'));
  expect(await press(ada, second.message, second.right, opened + 4900)).toContain('locked in');
  expect(await press(cy, second.message, second.right, opened + 5200)).toContain('Too late');
  forward(1500);
  await until(() => expect(refreshed(chat, second.message).words).toContain(`Fastest: ${anAda}`));
  forward(5000);

  const result = await sees(chat, channel, new RegExp(`The quiz is over.*${anAda} 1,410 points.*${aBo} 900 points`));
  expect(result.thread).toBe(lobby.id);
  const inChannel = await sees(chat, channel, new RegExp(`the result.*🥇 ${anAda} 1,410 points`));
  expect(inChannel.thread).toBeNull();
  await until(() => expect(chat.picturesOf(inChannel)).toBe(1));
  expect(chat.picturesOf(result)).toBe(0);
  // On Discord a press that comes in that late cannot be answered any more.
  if (platform === 'Slack') {
    expect(await press(eve, second.message, second.right, opened + 4800)).toContain('Too late');
  }
  expect(await press(cy, result, 'Review my mistakes')).toContain('2 questions to look at again');
  expect(await press(ada, result, 'Review my mistakes')).toContain('No mistakes');
  expect(await press(eve, result, 'Review my mistakes')).toContain('did not play');
  expect(await press(ada, first.message, first.wrong)).toMatch(/Too late|already/);
  expect(await command(bo, channel, 'leaderboard')).toMatch(/1 ada 1,410 100% 1.* 2 bo 900 50% 0/);
  expect(await press(bo, result, 'Rematch')).toContain('The quiz is open, and you are in as its host');
  const rematch = await sees(chat, channel, new RegExp(`${aBo} starts a quiz`));
  await press(bo, rematch, 'Start now');
  const again = await asked(chat, channel, 0);
  expect([first.message.words, second.message.words]).not.toContain(again.message.words);
});

it.each(platforms)('plays a quiz in teams on $platform, in which a bigger team has no advantage', async ({ open }) => {
  const chat = await open();
  const { ada, bo, cy, channel, command, press, forward, named } = chat;
  const lobby = await openQuiz(chat, channel, 'quiz 1 5s teams');
  expect(await press(ada, lobby, 'Join Red')).toContain('team Red');
  expect(await press(bo, lobby, 'Join Red')).toContain('team Red');
  expect(await press(bo, lobby, 'Join Blue')).toContain('team Blue');
  expect(await press(cy, lobby, 'Join Blue')).toContain('team Blue');
  forward(1500);
  expect(await press(cy, lobby, 'Join Blue')).toContain('in team Blue already');
  await press(ada, lobby, 'Start now');
  const { message, right, wrong } = await asked(chat, channel, 0);
  await press(ada, message, right, message.at + 1000);
  await press(bo, message, right, message.at + 500);
  await press(cy, message, wrong, message.at + 500);
  expect((await revealed(chat, message)).words).toContain('1. Blue 950 · 2. Red 900');
  const result = await sees(chat, channel, /The quiz is over.*Blue won: Blue 950 · Red 900/);
  expect(result.words).toMatch(new RegExp(`🥇 ${named(bo)} 950 points.*🥈 ${named(ada)} 900 points`));
  expect(result.words).toMatch(/1 bo 950 1 of 1 1st in Blue.*2 ada 900 1 of 1 1st in Red.*3 cy 0 0 of 1 2nd in Blue/);
  expect(await command(ada, channel, 'leaderboard teams')).toMatch(/1 Blue 1 1 950.*2 Red 0 1 900/);
});
