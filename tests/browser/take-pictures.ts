import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser, openTab } from './browser.ts';
import { message, press, reply, say } from './player.ts';
import { serve } from './served.ts';

/** Takes the pictures of the README anew: `node tests/browser/take-pictures.ts`, with a folder to put them elsewhere. */
const folder = process.argv[2] ?? fileURLToPath(new URL('../../docs/pictures', import.meta.url));

const opened = await openBrowser();
if (opened.browser === null) throw new Error(opened.reason);
const { browser } = opened;
const served = await serve();
await mkdir(folder, { recursive: true });

const viewport = { width: 1200, height: 760 };
const tab = async (colorScheme: 'light' | 'dark', size = viewport): Promise<Page> =>
  (await openTab(browser, served.address, { colorScheme, viewport: size })).page;
const take = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) });

const [ada, grace] = [await tab('light'), await tab('dark')];
await ada.goto('/');
await grace.goto('/');
await say(ada, '/pytorch what is stride');
await message(ada, 'Stride is how far').waitFor();
await take(ada, 'look-up');

await say(ada, '/daily now');
const daily = message(ada, 'Daily question');
await press(daily, 'C');
await press(message(grace, 'Daily question'), 'A');
await message(ada, /Right|Not quite/).waitFor();
await daily.getByText('2 people answered').waitFor();
await take(ada, 'daily');

const channel = ada.url().replace('general', 'study-group');
await ada.goto(channel);
await grace.goto(grace.url().replace('general', 'study-group'));
await say(ada, '/quiz 3 6s teams');
await press(message(ada, 'starts a quiz'), 'Join Red');
await press(message(grace, 'starts a quiz'), 'Join Blue');
await message(grace, 'You are in').waitFor();
await press(message(ada, 'starts a quiz'), 'Start now');
for (const page of [ada, grace]) await message(page, 'It is on').locator('.thread-link').click();
for (const [number, [one, other]] of [
  ['A', 'B'],
  ['C', 'D'],
  ['B', 'A'],
].entries()) {
  const question = `Question ${number + 1} of 3`;
  await press(reply(ada, question), one ?? 'A');
  await reply(ada, 'locked in').waitFor();
  if (number === 1) await take(grace, 'quiz');
  await press(reply(grace, question), other ?? 'B');
  await reply(ada, `${question} · the answer`).waitFor();
  if (number === 1) await take(ada, 'quiz-reveal');
}
await reply(grace, 'The quiz is over').waitFor({ timeout: 15_000 });
await message(grace, 'the result').waitFor();
await grace.waitForLoadState('networkidle').catch(() => {});
await take(grace, 'podium');
await take(ada, 'podium-light');

const reader = await tab('light');
await reader.goto('/leaderboard/secret-board');
await take(reader, 'leaderboard');
await reader.goto('/questions');
await take(reader, 'questions');
await reader.goto('/questions/stride');
await take(reader, 'question');
for (const width of [320, 400]) {
  const phone = await tab(width === 320 ? 'dark' : 'light', { width, height: 720 });
  await phone.goto('/');
  await take(phone, `phone-${width}-first`);
  await say(phone, '/pytorch memory problems');
  await message(phone, 'I am not sure').waitFor();
  await take(phone, `phone-${width}`);
  await phone.goto(phone.url().replace('general', 'study-group'));
  await phone.locator('.thread-link').click();
  await phone.locator('.thread').waitFor();
  await take(phone, `phone-${width}-thread`);
  await phone.goto('/questions');
  await take(phone, `phone-${width}-questions`);
  await phone.goto('/leaderboard/secret-board');
  await take(phone, `phone-${width}-board`);
}
await browser.close();
await served.end();
