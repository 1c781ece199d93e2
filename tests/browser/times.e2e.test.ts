import { describe, it } from 'vitest';
import { message, press, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('times on the page', () => {
  const { tab } = useBrowser();

  it('are the reader’s, also of a message that has changed, and what is to come counts down', async ({ expect }) => {
    const [tokyo, other] = [await tab({ locale: 'en-GB', timezoneId: 'Asia/Tokyo' }), await tab()];
    const { page } = tokyo;
    await page.goto('/');
    await other.page.goto('/');
    const isRead = async (words: string) => {
      const time = message(page, words).locator('.byline time');
      const at = new Date((await time.getAttribute('datetime')) ?? '');
      const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Tokyo' });
      expect(await time.textContent()).toBe(clock.format(at));
    };
    await say(page, 'good morning');
    await message(page, 'good morning').waitFor();
    await isRead('good morning');
    await say(page, '/quiz 2 50s lobby 5m');
    const left = message(page, 'starts a quiz').locator('time[data-style="relative"]').first();
    await left.waitFor();
    const before = await left.textContent();
    await press(message(other.page, 'starts a quiz'), 'Join');
    await message(page, '2 players').waitFor();
    await isRead('2 players');
    await expect.poll(() => left.textContent()).not.toBe(before);
    await isRead('good morning');
    await page.reload();
    await isRead('good morning');
    expect(tokyo.complaints).toEqual([]);
  });
});
