import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { violations } from './axe.ts';
import { message, press, reply } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('without a command typed', { concurrent: true }, () => {
  const { another, tab } = useBrowser();

  async function open(page: Page, title: string) {
    await page.getByRole('button', { name: 'Commands' }).click();
    await page.getByRole('button', { name: `${title} …` }).click();
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.waitFor();
    return dialog;
  }

  /** What has the focus, by the name that it bears. */
  const focused = (page: Page) =>
    page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');

  it.for(['light', 'dark'] as const)(
    'a daily question and a quiz are set up by pressing, in %s colours',
    async (colorScheme, { expect }) => {
      const options = { colorScheme, timezoneId: 'America/Winnipeg', viewport: { width: 375, height: 740 } };
      const { page, complaints } = await tab(options, await another());
      await page.goto('/');
      await page.getByRole('button', { name: 'Commands' }).click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      const daily = await open(page, 'A daily question');
      expect(await violations(page)).toEqual([]);
      expect(await daily.getByLabel('Time zone').inputValue()).toBe('America/Winnipeg');
      for (const target of await daily.locator('button, select, .field input, .check').all()) {
        expect((await target.boundingBox())?.height, (await target.textContent()) ?? undefined).toBeGreaterThanOrEqual(
          44,
        );
      }
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
      await daily.getByLabel('Monday').check();
      await daily.getByLabel('Level').selectOption('easy');
      await daily.getByRole('button', { name: 'Set it up' }).click();
      await message(page, '09:00 America/Winnipeg, Mon').waitFor();
      await daily.waitFor({ state: 'hidden' });

      const quiz = await open(page, 'A quiz');
      expect(await violations(page)).toEqual([]);
      await quiz.getByLabel('Questions').fill('3');
      await quiz.getByLabel('Seconds').fill('15');
      await quiz.getByLabel('Vision').check();
      await quiz.getByRole('button', { name: 'Open the quiz' }).click();
      await page.waitForURL(/\/thread\/\d+$/);
      await reply(page, 'Question 1 of 3').waitFor();
      expect(complaints).toEqual([]);
    },
  );

  it('a daily question and a quiz are set up by the keyboard, with the focus given back', async ({ expect }) => {
    const { page } = await tab({ timezoneId: 'Europe/Berlin' }, await another());
    await page.goto('/');
    const menu = async (title: string) => {
      await page.getByRole('button', { name: 'Commands' }).focus();
      await page.keyboard.press('Enter');
      // The first is the quiz, the second the daily question.
      for (let place = title === 'A quiz' ? 1 : 2; place > 0; place -= 1) await page.keyboard.press('Tab');
      await expect.poll(() => focused(page)).toBe(`${title} …`);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: title }).waitFor();
    };
    await menu('A daily question');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('Commands');
    await menu('A daily question');
    await page.keyboard.press('Enter');
    await message(page, '09:00 Europe/Berlin, every day').waitFor();
    await expect.poll(() => focused(page)).toBe('Commands');
    await menu('A quiz');
    await page.keyboard.type('2');
    await page.keyboard.press('Tab');
    await page.keyboard.type('20');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/thread\/\d+$/);
    await reply(page, 'Question 1 of 2').waitFor();
  });

  it('a topic is practised', async ({ expect }) => {
    const { page } = await tab();
    await page.goto('/');
    await page.getByRole('button', { name: 'Commands' }).click();
    await page.getByRole('button', { name: 'Topics', exact: true }).click();
    await press(message(page, 'Topics'), 'Vision');
    const topic = message(page, 'A quiz on it');
    expect(await topic.getByRole('heading').textContent()).toBe('Vision');
    await press(topic, 'Practise it alone');
    await message(page, 'Practice: question 1').waitFor();
  });

  it('a mistake is told where it was made', async ({ expect }) => {
    const { page } = await tab();
    await page.goto('/');
    const daily = await open(page, 'A daily question');
    // As a browser does that knows nothing of patterns.
    await daily.getByLabel('Whom to notify').evaluate((box) => box.removeAttribute('pattern'));
    await daily.getByLabel('Whom to notify').fill('me level:easy level:hard');
    await daily.getByRole('button', { name: 'Set it up' }).click();
    await daily.getByText('The level is given twice; write it once.').waitFor();
    expect(await violations(page)).toEqual([]);
    await daily.getByRole('button', { name: 'Cancel' }).click();
    await daily.waitFor({ state: 'hidden' });
  });

  it('options are offered in the message box, one after another', async ({ expect }) => {
    const { page } = await tab();
    await page.goto('/');
    const box = page.locator('#message-box');
    await box.pressSequentially('/practice ');
    for (const [name, value] of [
      ['count:', 'count:5'],
      ['level:', 'level:easy'],
    ] as const) {
      await page.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor();
      await page.keyboard.press('Tab');
      await page.getByRole('option', { name: new RegExp(`^${value}`) }).waitFor();
      await page.keyboard.press('Tab');
    }
    expect(await box.inputValue()).toBe('/practice count:5 level:easy ');
    await page.keyboard.press('Enter');
    await message(page, 'Practice: question 1 of 5').waitFor();
  });
});
