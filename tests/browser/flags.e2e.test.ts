import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { choose, message, press, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('what is wrong with a question', () => {
  const { tab } = useBrowser();

  it('is said with a quiet button at the verdict, with a line, and taken back', async () => {
    const { page } = await tab({ viewport: { width: 375, height: 667 } });
    await page.goto('/');
    await say(page, '/practice 1 tensors');
    await choose(message(page, 'Practice: question 1'), 'A');
    const verdict = message(page, /Right|Not quite/);
    await verdict.getByRole('button', { name: 'This is wrong' }).waitFor();
    expect(await verdict.getByRole('button', { name: 'This is wrong' }).getAttribute('class')).toBe('quiet');
    await press(verdict, 'This is wrong');
    const noted = message(page, 'Noted: this is wrong');
    await press(noted, 'Say what is wrong');
    await page.locator('dialog[open] textarea').fill('B is right, too');
    expect(await violations(page)).toEqual([]);
    await page.locator('dialog[open]').getByRole('button', { name: 'Send' }).click();
    const thanked = message(page, 'You said: “B is right, too”');
    await press(thanked, 'Take it back');
    await message(page, 'You say nothing against this question any more.').waitFor();
  });
});
