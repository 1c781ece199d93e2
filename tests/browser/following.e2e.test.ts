import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { line, message, press, reply, say } from './player.ts';
import { isInSight, turnWheel, untilInSight } from './sight.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

const phone = { viewport: { width: 360, height: 640 } };

describe.skipIf(!hasBrowser)('a list of messages', () => {
  const { tab } = useBrowser();

  /** Two players, the first one in a window as said. */
  async function two(options: { viewport: { width: number; height: number } }): Promise<readonly [Page, Page]> {
    const [one, other] = [await tab(options), await tab()];
    await one.page.goto('/');
    await other.page.goto('/');
    return [one.page, other.page];
  }

  async function lookUp(page: Page): Promise<void> {
    await say(page, '/pytorch what is stride');
    await message(page, 'Stride is how far').waitFor();
  }

  const top = (page: Page, list = '#messages') => page.locator(list).evaluate((log) => log.scrollTop);
  const more = (page: Page) => page.locator('.channel').getByRole('button', { name: 'New messages' });

  it('shows a long answer from its beginning, and after it what one sends and what answers a press', async () => {
    const [page] = await two(phone);
    await lookUp(page);
    const answer = message(page, 'Stride is how far');
    await untilInSight(answer, 'top');
    expect(await isInSight(answer)).toBe(false);
    await say(page, 'my own words');
    await untilInSight(message(page, 'my own words'));
    await press(answer, 'Quiz me on this');
    await untilInSight(message(page, 'Just for you').locator('.tile').last());
    await turnWheel(page, '#messages', 'up');
    await say(page, 'more words');
    await untilInSight(message(page, 'more words'));
    await turnWheel(page, '#messages', 'up');
    await press(answer, '👍');
    await untilInSight(line(page, /[Tt]hank/));
  });

  it('shows the answer that takes the place of a choice from its beginning', async () => {
    const [page] = await two(phone);
    await say(page, '/pytorch memory problems');
    await message(page, 'I am not sure').locator('.actions button').first().click();
    const answer = page.locator('#messages article').last();
    await answer.getByRole('button', { name: 'Quiz me on this' }).waitFor();
    await untilInSight(answer, 'top');
    expect(await isInSight(answer)).toBe(false);
  });

  it('goes on to what others say, after a long answer as well', async () => {
    const [page, other] = await two(phone);
    await lookUp(page);
    for (const text of ['first', 'second']) {
      await say(other, `${text} line`);
      await untilInSight(message(page, `${text} line`));
    }
    await expect.poll(() => more(page).count()).toBe(0);
  });

  it('stays where somebody reads, and leads to what is new by a button', async () => {
    const [page, other] = await two(phone);
    await page.clock.install();
    const sent = page.waitForResponse((response) => response.request().method() === 'POST');
    await lookUp(page);
    await (await sent).finished();
    await turnWheel(page, '#messages', 'up');
    // Their own words came into view long before.
    await page.clock.runFor(2000);
    await say(other, 'news from afar');
    await more(page).waitFor();
    expect(await top(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await more(page).focus();
    await page.keyboard.press('Enter');
    await untilInSight(message(page, 'news from afar'));
    expect(await more(page).count()).toBe(0);
    await turnWheel(page, '#messages', 'up');
    await say(other, 'more news');
    await more(page).waitFor();
    await turnWheel(page, '#messages', 'down');
    await more(page).waitFor({ state: 'hidden' });
  });

  it('follows when it becomes lower, as behind the keyboard of a phone', async () => {
    const [page] = await two(phone);
    for (const number of [1, 2, 3, 4, 5, 6]) await say(page, `line ${number}`);
    await message(page, 'line 6').waitFor();
    await page.setViewportSize({ width: 360, height: 420 });
    await untilInSight(message(page, 'line 6'));
  });

  it('brings every question of a quiz into view with its buttons, wherever one was', async () => {
    const [page, other] = await two({ viewport: { width: 320, height: 480 } });
    await say(other, '/quiz 2 120s');
    for (const one of [page, other]) await press(message(one, 'starts a quiz'), 'Join');
    await press(message(other, 'starts a quiz'), 'Start now');
    for (const number of [1, 2]) {
      const question = reply(page, `Question ${number} of 2`);
      await question.locator('.tile').last().waitFor();
      await untilInSight(question.locator('.tile').last());
      await turnWheel(page, '#thread-messages', 'up');
      await say(other, '/quiz skip');
    }
    await say(other, 'news in the channel');
    const back = page.getByRole('link', { name: 'Back to #general new' });
    await back.waitFor();
    expect(await violations(page)).toEqual([]);
    await back.click();
    await message(page, 'news in the channel').waitFor();
  });
});
