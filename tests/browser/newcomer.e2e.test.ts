import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { message, press, reply, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('the first minute', () => {
  const { another, tab } = useBrowser();

  it('leads from words without a slash to the answer, and back to the same player', async () => {
    const { page, complaints } = await tab({ colorScheme: 'dark' });
    await page.goto('/');
    const own = page.url();
    await page.keyboard.type('what is stride');
    await page.keyboard.press('Enter');
    const hint = message(page, 'I know an answer');
    await hint.waitFor();
    expect(await violations(page)).toEqual([]);
    await press(hint, 'Show me the answer');
    await message(page, 'Stride is how far').waitFor();
    await hint.waitFor({ state: 'detached' });
    await page.goto('/');
    expect(page.url()).toBe(own);
    await page.getByRole('button', { name: 'Forget me' }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/general') && url.href !== own);
    expect(complaints).toEqual([]);
  });

  it('sends an example at one press, and comes back to what was typed by the arrow up', async () => {
    const { page } = await tab();
    await page.goto('/');
    await page.getByRole('button', { name: '/daily now' }).click();
    await message(page, 'Daily question').waitFor();
    const box = page.locator('#message-box');
    await say(page, '/topics');
    await message(page, 'Topics').waitFor();
    await box.press('ArrowUp');
    expect(await box.inputValue()).toBe('/topics');
    await box.press('ArrowUp');
    expect(await box.inputValue()).toBe('/daily now');
    await box.press('ArrowDown');
    await box.press('ArrowDown');
    expect(await box.inputValue()).toBe('');
  });

  it('sends a hint at one press, and leaves one with an example in it to be changed first', async () => {
    const { page, complaints } = await tab({}, await another());
    await page.goto('/');
    await say(page, '/help');
    await page.locator('#message-box').fill('half a thou');
    await press(message(page, 'Ask in your own words'), '/topics');
    await message(page, 'Topics').getByRole('heading', { name: 'Topics' }).waitFor();
    const box = page.locator('#message-box');
    expect(await box.inputValue()).toBe('half a thou');
    await say(page, '/daily status');
    await message(page, 'To turn it on').waitFor();
    await box.fill('half a thought');
    await page.getByRole('button', { name: '/daily on 09:00 Europe/Berlin' }).last().click();
    expect(await box.inputValue()).toMatch(/^\/daily on 09:00 Europe\/Berlin/);
    expect(await box.evaluate((element) => element.ownerDocument.activeElement === element)).toBe(true);
    await page.keyboard.press('Control+z');
    expect(await box.inputValue()).toBe('half a thought');
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('plays a quiz alone at once, in a thread that opens by itself, with what was being typed kept', async () => {
    const { page, complaints } = await tab({ colorScheme: 'light' }, await another());
    await page.goto('/');
    await page.locator('body[data-connected="true"]').waitFor();
    await page.locator('#message-box').fill('half a thou');
    await page.getByRole('button', { name: '/quiz 3 15s' }).click();
    await page.waitForURL(/\/thread\/\d+$/);
    await reply(page, 'Question 1 of 3').waitFor();
    await expect.poll(() => page.title()).toMatch(/^\d+ s · #general/);
    expect(await page.locator('#message-box').inputValue()).toBe('half a thou');
    expect(await violations(page)).toEqual([]);
    await page.locator('.tile').first().click();
    // Alone, one is told at once whether it was right; that it was locked in is no news any more.
    await reply(page, 'Question 1 of 3').locator('.told').waitFor();
    await expect.poll(() => page.locator('.acknowledgement').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
