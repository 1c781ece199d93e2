import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { loadBank } from '../../src/bank/load.ts';
import { ownBank } from '../adapters/playground/server.ts';
import { openBrowser, openTab } from './browser.ts';
import { line, message, press, reply, say } from './player.ts';
import { serve } from './served.ts';

/**
 * Takes the pictures of the README anew: `node tests/browser/take-pictures.ts`. With a folder behind it, pictures of all
 * pages, at the width of a phone as well, go there to be looked at. Made smaller by pngquant, where that is installed.
 */
const [, , elsewhere] = process.argv;
const folder = elsewhere ?? fileURLToPath(new URL('../../docs/pictures', import.meta.url));

/** What the README shows. */
const shown = ['look-up', 'daily', 'quiz', 'podium'];

const opened = await openBrowser();
if (opened.browser === null) throw new Error(opened.reason);
const { browser } = opened;
const served = await serve('samples');
await mkdir(folder, { recursive: true });

async function tab(colorScheme: 'light' | 'dark', width = 1200, height = 760): Promise<Page> {
  return (await openTab(browser, served.address, { colorScheme, viewport: { width, height } })).page;
}

async function take(page: Page, name: string): Promise<void> {
  if (elsewhere === undefined && !shown.includes(name)) return;
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  spawnSync('pngquant', ['--force', '--strip', '--quality', '70-95', '--output', path, path]);
}

const plain = (text: string) => text.replace(/[`\s]/g, '');
const items = (await loadBank(ownBank)).questions.flatMap((question) => question.items);

/** Presses the letter of the right option under a question, or that of another one. */
async function answer(under: Locator, rightly: boolean): Promise<void> {
  await under.locator('.tile').last().waitFor();
  const shown = (await under.locator('.tile .option').allTextContents()).map(plain);
  // What is right to one question may be wrong to another, so it is known by all that it offers.
  const item = items.find(({ options }) => options.every(({ text }) => shown.includes(plain(text))));
  if (item === undefined) throw new Error(`The bank has no question with ${shown.join(', ')}.`);
  const right = plain(item.options.find(({ correct }) => correct)?.text ?? '');
  await under
    .locator('.tile')
    .nth(shown.findIndex((text) => (text === right) === rightly))
    .click();
}

const [ada, alan] = [await tab('light'), await tab('dark')];
await ada.goto('/');
await alan.goto('/');
await say(ada, '/pytorch what is stride');
await message(ada, 'Stride is how far').waitFor();
await take(ada, 'look-up');

await say(ada, '/daily now');
await answer(message(ada, 'Daily question'), false);
await message(ada, 'Not quite').waitFor();
await message(ada, 'Daily question').getByText('1 person answered').waitFor();
await take(ada, 'daily');

for (const page of [ada, alan]) await page.goto(page.url().replace('general', 'study-group'));
await say(ada, '/quiz 3 60s teams');
await press(message(ada, 'starts a quiz'), 'Join Red');
await press(message(alan, 'starts a quiz'), 'Join Blue');
await line(alan, 'You are in').waitFor();
await press(message(ada, 'starts a quiz'), 'Start now');
for (const page of [ada, alan]) await page.waitForURL(/\/thread\//);
for (const [number, ofAda, ofAlan] of [
  [1, true, true],
  [2, true, false],
  [3, false, true],
] as const) {
  const asked = (page: Page) => reply(page, `Question ${number} of 3`).filter({ has: page.locator('.tiles.open') });
  await asked(ada).waitFor();
  await asked(alan).waitFor();
  await answer(asked(ada), ofAda);
  await line(ada, 'locked in').waitFor();
  await asked(alan).getByText('1 of 2 answered').waitFor();
  await take(alan, 'quiz');
  await answer(asked(alan), ofAlan);
  await reply(ada, `Question ${number} of 3 · the answer`).waitFor();
  await take(ada, 'quiz-reveal');
}
await reply(ada, 'The quiz is over').waitFor();
const podium = message(ada, 'the result').getByRole('img', { name: /Podium/ });
await podium.waitFor();
await podium.evaluate((image) => Reflect.get(image, 'decode').call(image));
await ada.locator('#messages').evaluate((log) => log.scrollTo(0, log.scrollHeight));
await take(ada, 'podium');

const pages = { leaderboard: '/leaderboard/secret-board', questions: '/questions', question: '/questions/stride' };
for (const [name, path] of Object.entries(elsewhere === undefined ? {} : pages)) {
  const page = await tab('light');
  await page.goto(path);
  await take(page, name);
  for (const width of [320, 400]) {
    const phone = await tab(width === 320 ? 'dark' : 'light', width, 720);
    await phone.goto(path);
    await take(phone, `phone-${width}-${name}`);
    await phone.goto('/');
    await say(phone, '/pytorch memory problems');
    await message(phone, 'I am not sure').waitFor();
    await take(phone, `phone-${width}-channel`);
    await phone.goto(phone.url().replace('general', 'study-group'));
    await phone.locator('.thread-link').click();
    await phone.locator('.thread').waitFor();
    await take(phone, `phone-${width}-thread`);
  }
}
await browser.close();
await served.end();
