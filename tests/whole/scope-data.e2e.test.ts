import { expect, it } from 'vitest';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { rowsOf, sees } from './steps.ts';

const monday = Date.UTC(2026, 10, 2, 7);

it.each(platforms)('those who run a place on $platform take its data along, and delete it', async ({ open }) => {
  const chat = await open(monday);
  const { ada, boss, elsewhere, command, pressPrivately, forward } = chat;
  await command(boss, elsewhere, 'daily on 08:00 UTC');
  forward(3_600_000);
  await sees(chat, elsewhere, /Daily question · 2 November/);
  expect(await command(ada, elsewhere, 'workspace export')).toContain('for those who run all of this place');
  expect(await command(boss, elsewhere, 'workspace export')).toMatch(/The data of this place .*rows? as JSON/s);
  const file = await until(async () => {
    const [found] = await chat.filesOf(boss);
    expect(found?.name).toBe('workspace-data.json');
    return found;
  });
  expect(JSON.parse(file?.text ?? '{}')).toMatchObject({ stored: { daily_schedules: [{}], daily_posts: [{}] } });
  expect(await command(boss, elsewhere, 'workspace forget')).toMatch(
    /Delete everything of this place\? .*1 daily question/s,
  );
  expect(await pressPrivately(boss, 'Delete everything')).toContain('Nothing is kept of this place any more');
  await chat.settled();
  const left = (await rowsOf(chat)).filter((row) => !/^(events|instances|outgoings) /.test(row));
  expect(left).toEqual([]);
});
