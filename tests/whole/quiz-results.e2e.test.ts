import { expect, it } from 'vitest';
import { readCsv } from '../export/csv-reader.ts';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { playedByTwo, sees } from './steps.ts';

it.each(platforms)(
  'its host takes the results of a quiz along on $platform as a file that nobody else gets',
  async ({ open }) => {
    const chat = await open();
    const { ada, bo, boss, channel, command, press, messages, filesOf, forward } = chat;
    await playedByTwo(chat);
    const end = await sees(chat, channel, /The quiz is over/);
    for (const who of [bo, boss]) {
      expect(await press(who, end, 'Results as CSV')).toContain('for the host of the quiz alone');
    }
    const before = messages(channel).length;
    await press(ada, end, 'Results as CSV');
    const [file] = await until(async () => {
      const files = await filesOf(ada);
      expect(files).toHaveLength(1);
      return files;
    });
    // Whoever reads a download as text has lost its byte order mark.
    const rows = readCsv(`\ufeff${file?.text}`);
    expect(rows.map(({ player, right, seconds, points }) => [player, right, seconds, points])).toEqual([
      ['ada', 'yes', '1.000', '900'],
      ['bo', 'no', '2.000', '0'],
    ]);
    expect(await filesOf(bo)).toEqual([]);
    expect(messages(channel)).toHaveLength(before);
    forward(29 * 86_400_000);
    expect(await command(ada, channel, 'quiz results')).toMatch(/^The results of your quiz/);
    expect(await command(bo, channel, 'quiz results')).toContain('You have hosted no quiz here');
  },
);
