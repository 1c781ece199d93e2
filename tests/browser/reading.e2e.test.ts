import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { message, press, say } from './player.ts';
import { isInSight } from './sight.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

const sizes = [
  { width: 375, height: 740 },
  { width: 768, height: 900 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1000 },
];

async function ask(page: Page): Promise<void> {
  await page.goto('/');
  await say(page, '/pytorch what is stride');
  await message(page, 'Stride is how far').waitFor();
}

describe.skipIf(!hasBrowser)('reading', () => {
  const { tab } = useBrowser();

  it('copies a snippet, on the live page and on that of a question', async () => {
    const { page, complaints } = await tab({ permissions: ['clipboard-read', 'clipboard-write'] });
    await ask(page);
    for (const path of [page.url(), '/questions/stride']) {
      await page.goto(path);
      await page.evaluate('navigator.clipboard.writeText("nothing")');
      const copy = page.getByRole('button', { name: 'Copy the code' }).first();
      await copy.click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate('navigator.clipboard.readText()');
      expect(copied).toMatch(/^import torch\nfrom torch import nn\n[\s\S]+tolist\(\)\)$/);
      await copy.waitFor();
    }
    expect(complaints).toEqual([]);
  });

  it('opens the rest of an answer where reading ended, and closes it again, by the keyboard', async () => {
    const { page } = await tab();
    await ask(page);
    const answer = message(page, 'Stride is how far');
    expect(await answer.locator('.trap').textContent()).toContain('The trap is the rounding');
    expect(await answer.textContent()).not.toContain('Namesake');
    const more = answer.getByRole('button', { name: 'More' });
    await more.focus();
    const top = await answer.boundingBox();
    await page.keyboard.press('Enter');
    await answer.getByText('Namesake').waitFor();
    expect((await answer.boundingBox())?.y).toBe(top?.y);
    expect(await isInSight(answer.getByText('The size of the output follows from'))).toBe(true);
    // Focus is where the button was, so the same key goes back.
    await page.keyboard.press('Enter');
    await answer.getByText('Namesake').waitFor({ state: 'detached' });
    await more.waitFor();
  });

  it.each(sizes)('uses the $width pixels that there are, and no more', async ({ width, height }) => {
    const { page } = await tab({ viewport: { width, height } });
    await ask(page);
    await press(message(page, 'Stride is how far'), 'More');
    await message(page, 'Namesake').waitFor();
    for (const path of [page.url(), '/questions', '/questions/stride']) {
      await page.goto(path);
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide, path).toBeLessThanOrEqual(width);
    }
    const code = await page.locator('pre').first().boundingBox();
    const words = await page.locator('.words p').first().boundingBox();
    const isBeside = (code?.x ?? 0) > (words?.x ?? 0) + (words?.width ?? 0);
    expect([isBeside, words?.width ?? 0]).toEqual([width === 1920, expect.any(Number)]);
    expect(words?.width).toBeLessThanOrEqual(720);
  });

  it('leaves a phone all but one row for what is said', async () => {
    const { page } = await tab({ viewport: { width: 375, height: 740 } });
    await ask(page);
    const log = await page.locator('#messages').boundingBox();
    expect(log?.y).toBeLessThanOrEqual(52);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByLabel('You are').fill('Emmy');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your name is saved.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('You are').waitFor({ state: 'hidden' });
  });
});
