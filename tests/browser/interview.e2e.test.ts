import { describe, it } from 'vitest';
import { violations } from './axe.ts';
import { message, press, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('an interview on the page', () => {
  const { tab } = useBrowser();

  it('asks for an answer in a form, then has the points of a good one ticked, and reports', async ({ expect }) => {
    const { page, complaints } = await tab({ colorScheme: 'dark' });
    await page.goto('/');
    await say(page, '/interview 15 tensors');
    const question = message(page, 'Interview: question 1');
    await press(question, 'Answer');
    const form = page.getByRole('dialog', { name: 'Your answer' });
    const box = form.getByLabel('In your own words, as you would say it');
    await box.waitFor();
    expect(await box.evaluate((element) => element.ownerDocument.activeElement === element)).toBe(true);
    for (const width of [375, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), String(width)).toBeLessThanOrEqual(width);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await box.fill('It shares <b>memory</b>, I would say.');
    await form.getByRole('button', { name: 'Compare' }).click();
    await form.waitFor({ state: 'hidden' });
    const answer = page.locator('article', { hasText: 'Which of these did you say?' });
    await answer.getByText('It shares <b>memory</b>, I would say.').waitFor();
    // The question has given way to its answer.
    expect(await question.count()).toBe(0);
    await press(answer, '1');
    await answer.getByRole('button', { name: '1 ✓' }).waitFor();
    await page.reload();
    await answer.getByRole('button', { name: '1 ✓' }).waitFor();
    await answer.getByText('It shares <b>memory</b>, I would say.').waitFor();
    expect(await violations(page)).toEqual([]);
    await press(answer, 'Next question');
    await press(message(page, 'Interview: question 2'), 'End');
    const report = message(page, /Interview: 1 of \d points?, in 1 question/);
    await report.getByText(/Tensors: 1 of \d/).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
