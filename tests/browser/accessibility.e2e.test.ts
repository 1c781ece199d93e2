import { describe, it } from 'vitest';
import { violations } from './axe.ts';
import { choose, message, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('axe-core finds nothing to complain of', { concurrent: true }, () => {
  const { another, tab } = useBrowser();

  it.for(['light', 'dark'] as const)('on pages to read, in %s colours', async (colorScheme, { expect }) => {
    const { page } = await tab({ colorScheme }, await another('samples'));
    for (const path of ['', '?q=stride', '/stride', '/nothing'].map((rest) => `/questions${rest}`)) {
      await page.goto(path);
      expect(await violations(page), path).toEqual([]);
    }
    await page.goto('/leaderboard/secret-board');
    await page.getByText('The numbers').click();
    expect(await violations(page)).toEqual([]);
  });

  it.for(['light', 'dark'] as const)('in a channel, in %s colours', async (colorScheme, { expect }) => {
    const { page } = await tab({ colorScheme });
    await page.goto('/');
    expect(await violations(page)).toEqual([]);
    await say(page, '/pytorch what is stride');
    await message(page, 'Stride is how far').waitFor();
    await say(page, '/pytorch memory problems');
    await message(page, 'I am not sure').waitFor();
    await say(page, '/daily now');
    await choose(message(page, 'Daily question'), 'C');
    await message(page, /Right|Not quite|answered C already/).waitFor();
    await say(page, '/me');
    await message(page, 'Your record').waitFor();
    await say(page, '/leaderboard all');
    await message(page, 'Leaderboard').waitFor();
    await page.locator('#message-box').fill('/');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violations(page)).toEqual([]);
  });
});
