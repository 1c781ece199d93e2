import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { violations } from './axe.ts';
import { line, message, press, reply, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

const phone = { viewport: { width: 375, height: 740 } };

describe.skipIf(!hasBrowser)('a quiz in a room', { concurrent: true }, () => {
  const { another, tab } = useBrowser();

  /** Starts a quiz as a new player, who is its host; gives them and the path of the presenter's view. */
  async function start(host: Page, settings: string): Promise<string> {
    await host.goto('/');
    await say(host, settings);
    const link = host.getByRole('link', { name: 'The presenter’s view' });
    return new URL((await link.getAttribute('href')) ?? '').pathname;
  }

  async function join(page: Page, name: string): Promise<void> {
    await page.goto('/join/general');
    await page.getByLabel('Your name').fill(name);
    await page.keyboard.press('Enter');
    await line(page, 'You are in').waitFor();
  }

  const answered = (page: Page, count: number) => page.locator('.answered', { hasText: `${count} of` });

  const choose = (page: Page, question: string, letter: string) =>
    reply(page, question)
      .getByRole('button', { name: new RegExp(`^${letter}\\b`) })
      .click();

  it('is led by its screen from the lobby to the podium, over a page loaded anew and a server that was killed', async ({
    expect,
  }) => {
    const served = await another();
    const [host, screen] = [await tab({}, served), await tab({ viewport: { width: 1920, height: 1080 } }, served)];
    const [ada, bo] = [await tab(phone, served), await tab({ ...phone, colorScheme: 'dark' }, served)];
    const { page } = screen;
    const first = await start(host.page, '/quiz 2 120s lobby 10m');
    await page.goto(first);
    await page.getByText('1 player').waitFor();
    await Promise.all([join(ada.page, 'Ada'), join(bo.page, 'Bo')]);
    await page.getByText('3 players').waitFor();
    await press(message(host.page, 'starts a quiz'), 'Start now');
    await answered(page, 0).waitFor();
    await page.reload();
    await answered(page, 0).waitFor();
    await choose(ada.page, 'Question 1 of 2', 'A');
    await answered(page, 1).waitFor();
    expect([screen, ada, bo].flatMap(({ complaints }) => complaints)).toEqual([]);
    await served.kill();
    for (const each of [page, bo.page]) await each.getByText('The server does not answer.').waitFor();
    await served.startAgain();
    await page.locator('body[data-connected="true"]').waitFor();
    await bo.page.locator('body[data-connected="true"]').waitFor();
    await choose(bo.page, 'Question 1 of 2', 'B');
    // The answer stands for a few seconds only, which a slow machine may need to send what was said.
    await Promise.all([page.getByText('is right.').waitFor(), say(host.page, '/quiz skip')]);
    await page.getByText('Question 2 of 2').waitFor();
    await page.locator('.options').waitFor();
    // All of it is to be seen without scrolling, from the back row.
    expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true);
    expect(await page.evaluate('parseFloat(getComputedStyle(document.querySelector("h1")).fontSize)')).toBeGreaterThan(
      30,
    );
    for (const [each, letter] of [
      [ada, 'C'],
      [bo, 'D'],
    ] as const)
      await choose(each.page, 'Question 2 of 2', letter);
    await say(host.page, '/quiz skip');
    await page.getByText('The quiz is over').waitFor();
    await reply(ada.page, 'The quiz is over').waitFor();
    // The screen goes on to the next one by itself.
    await press(reply(host.page, 'The quiz is over'), 'Rematch');
    await page.getByText('Begins in').waitFor();
    expect(new URL(page.url()).pathname).not.toBe(first);
  });

  it.for(['light', 'dark'] as const)(
    'gives axe-core nothing to complain of at any moment, in %s colours',
    async (colorScheme, { expect }) => {
      const served = await another();
      const host = (await tab({ colorScheme }, served)).page;
      const small = (await tab({ ...phone, colorScheme }, served)).page;
      const large = (await tab({ viewport: { width: 1920, height: 1080 }, colorScheme }, served)).page;
      await small.goto('/join/general');
      expect(await violations(small), 'no quiz').toEqual([]);
      const present = await start(host, '/quiz 1 120s lobby 10m teams');
      await small.goto('/join/general');
      expect(await violations(small), 'the name').toEqual([]);
      await join(small, 'Ada');
      const phoneView = (await tab({ ...phone, colorScheme }, served)).page;
      const screens = [large, phoneView];
      const check = async (state: string, words: string | RegExp) => {
        for (const page of screens) {
          await page.getByText(words).first().waitFor();
          expect(await violations(page), state).toEqual([]);
        }
      };
      for (const page of screens) await page.goto(present);
      await check('lobby', '2 players');
      await press(message(host, 'starts a quiz'), 'Start now');
      await check('question', 'answered');
      await say(host, '/quiz pause');
      await check('paused', 'The time left is kept');
      await say(host, '/quiz resume');
      await check('question again', 'answered');
      await choose(small, 'Question 1 of 1', 'A');
      await say(host, '/quiz skip');
      await check('end', /The quiz is over/);
      await large.goto('/present/nothing');
      expect(await violations(large), 'no such quiz').toEqual([]);
    },
  );
});
