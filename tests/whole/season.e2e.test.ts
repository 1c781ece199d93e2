import { expect, it } from 'vitest';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { playedByTwo, sees } from './steps.ts';

it.each(platforms)(
  'a season on $platform is begun, counts a quiz, is seen, and ends with its board in the channel',
  async ({ open }) => {
    const chat = await open();
    const { bo, boss, channel, command, pressPrivately, named } = chat;
    expect(await command(boss, channel, 'season start Autumn 2026')).toContain('The season “Autumn 2026” is on');
    expect((await sees(chat, channel, /A season begins: Autumn 2026/)).words).toContain(named(boss));
    await playedByTwo(chat);
    await sees(chat, channel, /The quiz is over/);
    await until(async () => {
      expect(await command(bo, channel, 'season')).toMatch(
        /^Season · Autumn 2026.*1 quiz so far.*1 ada 900 100% 1.*2 bo 0 0% 0/,
      );
    });
    expect(await command(boss, channel, 'season end')).toContain('End the season “Autumn 2026”?');
    expect(await pressPrivately(boss, 'End it')).toContain('It is over');
    const end = await sees(chat, channel, /Season · Autumn 2026.*It is over/);
    expect(end.words).toMatch(/1 ada 900 100% 1/);
    expect(end.buttons).toEqual([]);
  },
);
