import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { message, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('a channel with many messages', () => {
  const { another, tab } = useBrowser();

  it('goes back at a press with what is read in its place, and a link leads to a message from before', async () => {
    const { page, complaints } = await tab({ viewport: { width: 375, height: 740 } }, await another());
    await page.goto('/');
    const send = `(async () => { for (let n = 1; n <= 70; n += 1) await fetch(location.pathname + '/messages',
      { method: 'POST', body: new URLSearchParams({ text: 'Word ' + n }) }); })()`;
    await page.evaluate(send);
    await page.reload();
    await message(page, 'Word 70').waitFor();
    const word = (number: number) =>
      page.locator('.message', { has: page.getByText(`Word ${number}`, { exact: true }) });
    expect(await page.locator('.message').count()).toBe(50);
    const earliest = word(21);
    await earliest.scrollIntoViewIfNeeded();
    const before = await earliest.boundingBox();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Earlier messages' }).press('Enter');
    await word(1).waitFor({ state: 'attached' });
    expect(Math.abs(((await earliest.boundingBox())?.y ?? -99) - (before?.y ?? 0))).toBeLessThan(3);
    expect(await page.locator('.message').count()).toBe(70);
    const id = await word(2).getAttribute('id');
    await page.reload();
    await say(page, 'Word 71');
    await word(71).waitFor();
    await page.evaluate(`location.hash = '${id}'`);
    await page.waitForURL((url) => url.search === `?from=${id?.slice(1)}`);
    await expect.poll(() => word(2).evaluate((element) => element.getBoundingClientRect().top > 0)).toBe(true);
    // One that is gone leads nowhere, and not in circles.
    await page.evaluate("location.hash = 'm99999'");
    await page.waitForURL((url) => url.search === '?from=99999');
    await word(71).waitFor();
    expect(complaints).toEqual([]);
  });
});
