import { expect, it } from 'vitest';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { sees } from './steps.ts';

const hour = 3_600_000;
/** 08:00 in Berlin. */
const monday = Date.UTC(2026, 10, 2, 7);

it.each(platforms)(
  'a streak on $platform is kept by a freeze, and reminded of by direct message',
  async ({ open }) => {
    const chat = await open(monday);
    const { ada, boss, channel, command, press, pressPrivately, readDirect, direct, forward, now, settled } = chat;
    const reminders = () => direct(ada).filter((words) => words.startsWith('The daily question waits')).length;
    const comeTo = async (after: number) => {
      forward(monday + after - now());
      await settled();
    };
    await command(boss, channel, 'daily on 09:00 Europe/Berlin');
    await comeTo(hour + 1_000);
    await press(ada, await sees(chat, channel, /Daily question · 2 November/), 'A');
    const on = await command(ada, channel, 'daily remind 20:00 Europe/Berlin');
    expect(on).toMatch(/^Reminders are on .*When:? .*20:00 Europe\/Berlin/);
    await comeTo(12 * hour + 1_000);
    expect(reminders()).toBe(0);

    await comeTo(25 * hour + 1_000);
    await comeTo(36 * hour + 1_000);
    await until(() =>
      expect(readDirect(ada)).toMatch(/^The daily question waits for you .*Your streak there is 1 question/),
    );
    // Tuesday passes without an answer, and a freeze is used for it.
    await comeTo(49 * hour + 1_000);
    expect(await command(ada, channel, 'me')).toMatch(/A freeze for 3 November kept your streak of 1/);
    await comeTo(60 * hour + 1_000);
    await until(() => expect(reminders()).toBe(2));
    readDirect(ada);
    const verdict = await pressPrivately(ada, 'A');
    expect(verdict).toMatch(/2 daily questions in a row .*A freeze for 3 November kept your streak, and 1 is left/);
    await comeTo(73 * hour + 1_000);
    await press(ada, await sees(chat, channel, /Daily question · 5 November/), 'A');
    await comeTo(84 * hour + 1_000);
    expect(reminders()).toBe(2);
    expect(await command(ada, channel, 'daily remind off')).toMatch(/^Reminders are off I remind you no more\./);
  },
  60_000,
);

it.each(platforms)('what is wrong on $platform is said with a press, and with a line', async ({ open }) => {
  const chat = await open(monday);
  const { ada, bo, channel, command, pressPrivately, write, store } = chat;
  for (const who of [ada, bo]) {
    await command(who, channel, 'practice 1 tensors');
    await pressPrivately(who, 'A');
    expect(await pressPrivately(who, 'This is wrong')).toMatch(/^Noted: this is wrong Thank you\./);
  }
  expect(await write(bo, 'Say what is wrong', 'B is right, too')).toContain('You said: “B is right, too”');
  const flagged = await store.transact(({ flags }) => flags.list());
  expect(flagged.reduce((sum, { people }) => sum + people, 0)).toBe(2);
  expect(flagged.flatMap(({ remarks }) => remarks)).toEqual(['B is right, too']);
});
