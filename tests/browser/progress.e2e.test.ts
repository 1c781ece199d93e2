import { readFile } from 'node:fs/promises';
import { describe, it } from 'vitest';
import { readAnki } from '../core/progress/anki-reader.ts';
import { violations } from './axe.ts';
import { choose, message, press, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('the page of one’s progress', () => {
  const { tab } = useBrowser();

  it('is opened from one’s own record, gives what one takes along, and ends when one is forgotten', async ({
    expect,
  }) => {
    const { page, complaints } = await tab({ colorScheme: 'dark' });
    await page.goto('/');
    await say(page, '/practice 1');
    await choose(message(page, 'Practice: question 1 of 1'), 'A');
    await message(page, /Right|Not quite/).waitFor();
    await say(page, '/me');
    const own = message(page, 'Your record');
    const address = await own.getByRole('link', { name: 'Your progress as a page' }).getAttribute('href');
    const chat = page.url();
    await page.goto(address ?? '');
    await page.getByRole('heading', { name: 'Your progress' }).waitFor();
    expect(await page.getByText(/; 1 met so far/).count()).toBe(1);
    await page.getByText('The numbers').click();
    for (const width of [375, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), String(width)).toBeLessThanOrEqual(width);
    }
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Your questions for Anki' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/-anki\.txt$/);
    expect(readAnki(await readFile(await download.path(), 'utf8')).notes).toHaveLength(1);
    await page.goto(chat);
    await say(page, '/forget me');
    await press(message(page, 'Forget you?'), 'Forget me');
    await message(page, 'You are forgotten').waitFor();
    expect(complaints).toEqual([]);
    expect((await page.goto(address ?? ''))?.status()).toBe(404);
  });
});
