import { expect, it } from 'vitest';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { openSlackChat } from './slack-chat.ts';
import { dailyLetters, refreshed, sees, standing } from './steps.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 2, 7);

it.each(platforms)(
  'gives points for one daily question a date on $platform, and says what is practice',
  async ({ open }) => {
    const chat = await open(monday);
    const { ada, bo, boss, channel, command, press } = chat;
    expect(await command(boss, channel, 'daily now')).toContain('today’s question');
    const first = await sees(chat, channel, /Daily question · 2 November .* 500 points/);
    expect(await press(ada, first, (await dailyLetters(chat, channel)).right)).toContain('+500 points');
    for (const no of [1, 2, 3]) {
      expect(await command(boss, channel, 'daily now')).toContain(
        'for practice: today has had the question that counts',
      );
      const key = `2026-11-02-${no}`;
      const practice = await standing(chat, channel, key);
      expect(practice.words).toMatch(/^Practice question · 2 November .* for practice: no points/);
      for (const who of [ada, bo]) {
        const verdict = await press(who, practice, (await dailyLetters(chat, channel, key)).right);
        expect(verdict).toMatch(/^Right .*Just for practice: no points/);
      }
    }
    expect(await command(ada, channel, 'leaderboard')).toMatch(/1 ada 500 100%/);
    expect(await command(ada, channel, 'leaderboard')).not.toContain(' bo ');
  },
);

it.each(platforms)(
  'tells a channel on $platform who has changed its daily question, and lets a skip be taken back',
  async ({ open }) => {
    const chat = await open(monday);
    const { boss, channel, command, forward, named } = chat;
    const lines = () => chat.messages(channel).filter(({ words }) => words.includes(named(boss)));
    await command(boss, channel, 'daily on 09:00 Europe/Berlin weekdays');
    const who = named(boss);
    await sees(chat, channel, new RegExp(`${who} set up a daily question: Monday to Friday at 09:00 Europe/Berlin\\.`));
    expect(await command(boss, channel, 'daily skip')).toContain('No daily question on 2 November');
    await sees(chat, channel, new RegExp(`${who} left out the daily question of 2 November\\.`));
    expect(await command(boss, channel, 'daily status')).toMatch(/Left out:? 2 November/);
    expect(await command(boss, channel, 'daily unskip')).toContain('The daily question of 2 November comes after all');
    await sees(chat, channel, new RegExp(`${who} put the daily question of 2 November back: it comes at 09:00`));
    forward(hour);
    const post = await sees(chat, channel, /Daily question · 2 November/);
    await command(boss, channel, 'daily off');
    await sees(chat, channel, new RegExp(`${who} turned the daily question off\\.`));
    await until(() => expect(refreshed(chat, post).id).toBe(post.id));
    expect(lines()).toHaveLength(4);
  },
);

it('counts what is answered to the bot alone on Slack for oneself, and on no board', async () => {
  const chat = await openSlackChat(monday);
  const { boss, bo, channel, command, press } = chat;
  expect(await command(boss, 'D1', 'daily now')).toContain('today’s question');
  const post = await standing(chat, 'D1', '2026-11-02b');
  const { right } = await dailyLetters(chat, 'D1');
  expect(await press(boss, post, right)).toContain('in your own record; what you answer here is on no leaderboard');
  expect(await command(bo, channel, 'leaderboard all everywhere')).not.toContain('ada');
  expect(await command(boss, channel, 'me')).toMatch(/Points: 500 .*not on the leaderboard of all channels/);
});
