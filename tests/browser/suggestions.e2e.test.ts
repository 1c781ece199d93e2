import { describe, expect, it } from 'vitest';
import { expanding } from '../app/suggestions/suggested.ts';
import { violations } from './axe.ts';
import { message, press, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('suggesting a question on the page', () => {
  const { tab } = useBrowser();

  it('shows what the rules say and how it will look while it is typed, sends it, and has it accepted', async () => {
    const { page } = await tab({ viewport: { width: 375, height: 667 } });
    await page.goto('/');
    await say(page, '/suggest');
    await press(message(page, 'Write what is asked'), 'Write a question');
    const dialog = page.locator('dialog[open]');
    const preview = dialog.getByRole('region', { name: 'Preview' });
    await preview.getByText('Write what is asked.').waitFor();
    await dialog.getByLabel('What is asked').fill(expanding.question);
    await dialog.getByLabel('Four answers').fill('one\ntwo');
    await preview.getByText('There are 2 answers. Write four, a line each.').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('Four answers').fill(expanding.options);
    await dialog.getByLabel('Why the right answer is right').fill(expanding.why);
    await dialog.getByLabel('Topic').selectOption('tensors');
    await preview.getByRole('heading', { name: 'As it will look' }).waitFor();
    await preview.getByText('The right answer is').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Suggest it' }).click();
    await message(page, 'Whoever manages the bot here decides').getByRole('button', { name: 'Change it' }).waitFor();
    await say(page, '/suggestions');
    const waiting = message(page, 'A suggestion waits');
    await press(waiting, 'Accept');
    await message(page, 'is kept with the bot until').waitFor();
  });
});
