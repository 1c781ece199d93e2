import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { violations } from './axe.ts';
import { line, message, press, reply, say, tile } from './player.ts';
import { untilInSight } from './sight.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

const focused = (page: Page) => page.evaluate("document.activeElement?.getAttribute('class') ?? ''");

describe.skipIf(!hasBrowser)('a quiz of three players by the keyboard alone', () => {
  const { another, tab } = useBrowser();

  it('goes from the first tile to the podium, through a pause, a page loaded anew and a server killed', async ({
    expect,
  }) => {
    const served = await another();
    const phone = { colorScheme: 'dark', viewport: { width: 375, height: 740 } } as const;
    const tabs = [await tab({ colorScheme: 'light' }, served), await tab(phone, served), await tab({}, served)];
    const [ada, bo, cy] = tabs.map(({ page }) => page) as [Page, Page, Page];
    const all = [ada, bo, cy];
    for (const page of all) await page.goto('/');
    await say(ada, '/quiz 2 120s');
    for (const page of [bo, cy]) await press(message(page, 'starts a quiz'), 'Join');
    await message(ada, '3 players').waitFor();
    await press(message(ada, 'starts a quiz'), 'Start now');
    for (const page of all) {
      const thread = message(page, 'It is on, in the thread').locator('.thread-link');
      if ((await page.locator('#thread-messages').count()) === 0) await thread.click();
      await reply(page, 'Question 1 of 2').locator('.tile').last().waitFor();
    }

    // The answers have the focus that nobody else wanted, and come first in the order of Tab.
    await expect.poll(() => focused(cy)).toContain('tiles');
    await cy.keyboard.press('Tab');
    expect(await focused(cy)).toContain('tile place-0');
    for (const place of [1, 2, 3]) {
      await cy.keyboard.press('Tab');
      expect(await focused(cy)).toContain(`tile place-${place}`);
    }
    for (const box of await reply(bo, 'Question 1 of 2').locator('.tile, .apart button').all()) {
      expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }

    // Who types has the keys for typing; Escape leads to the answers.
    const own = (page: Page) => page.locator('#thread-messages .tile[aria-pressed="true"]');
    await ada.locator('#thread-box').fill('b');
    await ada.keyboard.press('b');
    expect(await own(ada).count()).toBe(0);
    await ada.locator('#thread-box').fill('');
    await ada.keyboard.press('Escape');
    await ada.keyboard.press('b');
    await own(ada).getByText('Your choice').waitFor();
    expect(await focused(ada)).toContain('tile place-1');
    for (const page of all) expect(await violations(page)).toEqual([]);

    await press(reply(ada, 'Question 1 of 2'), 'Host controls');
    await press(reply(ada, 'A pause keeps the time'), 'Pause');
    for (const page of all) {
      await reply(page, 'The question is covered').waitFor();
      expect(await reply(page, 'Question 1 of 2').locator('.tile').count()).toBe(0);
      expect(await violations(page)).toEqual([]);
    }
    await press(reply(ada, 'The quiz is paused'), 'Go on');
    for (const page of all) await untilInSight(tile(reply(page, 'Question 1 of 2'), 'A'));

    await ada.reload();
    await own(ada).getByText('Your choice').waitFor();
    for (const { complaints } of tabs) expect(complaints).toEqual([]);
    await served.kill();
    await served.startAgain();
    await ada.reload();
    expect(await own(ada).count()).toBe(1);
    for (const page of [bo, cy]) await page.locator('body[data-connected="true"]').waitFor();

    await bo.locator('#thread-messages').focus();
    await bo.keyboard.press('1');
    await own(bo).waitFor();
    await cy.keyboard.press('d');
    for (const page of all) {
      const reveal = reply(page, 'Question 1 of 2 · the answer');
      await reveal.getByText('✓ Right').waitFor();
      await reveal
        .locator('.told')
        .getByText(/of 3\./)
        .waitFor();
      expect(await violations(page)).toEqual([]);
    }

    for (const page of all) await untilInSight(tile(reply(page, 'Question 2 of 2'), 'D'));
    await expect.poll(() => focused(cy)).toBe('tiles open');
    await ada.keyboard.press('Escape');
    await ada.keyboard.press('a');
    await line(ada, 'A locked in').waitFor();
    await bo.keyboard.press('2');
    await line(bo, 'B locked in').waitFor();
    // The last answer brings the reveal, with which the line goes.
    await cy.keyboard.press('C');
    await reply(cy, 'Question 2 of 2 · the answer')
      .locator('.told')
      .getByText(/of 3\./)
      .waitFor();
    for (const page of all) {
      const result = reply(page, 'The quiz is over');
      await result.waitFor();
      await untilInSight(result.getByRole('button', { name: 'Review my mistakes' }));
      expect(await page.getByRole('button', { name: 'Rematch' }).count()).toBe(1);
      // Its steps come up one after the other.
      await page.waitForFunction('document.getAnimations().every(({ playState }) => playState !== "running")');
      expect(await violations(page)).toEqual([]);
    }
    await press(reply(bo, 'The quiz is over'), 'Review my mistakes');
    await reply(bo, /to look at again|No mistakes/).waitFor();
  });
});
