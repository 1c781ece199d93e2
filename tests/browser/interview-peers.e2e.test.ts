import { describe, it } from 'vitest';
import { violations } from './axe.ts';
import { message, press, reply, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('an answer for peers on the page', () => {
  const { tab } = useBrowser();

  it('is looked over, posted, and marked by somebody else beside one’s own marks', async ({ expect }) => {
    const [ada, bo] = [await tab(), await tab({ colorScheme: 'dark' })];
    await ada.page.goto('/');
    await bo.page.goto('/');
    await say(ada.page, '/interview 15 tensors');
    await press(message(ada.page, 'Interview: question 1'), 'Answer');
    const form = ada.page.getByRole('dialog');
    await form.getByRole('textbox').fill('It shares <b>memory</b>, I would say.');
    await form.getByRole('button', { name: 'Compare' }).click();
    const answer = ada.page.locator('#messages article', { hasText: 'Which of these did you say?' });
    await press(answer, '1');
    await answer.getByRole('button', { name: '1 ✓' }).waitFor();
    await press(answer, 'Ask a peer');
    const box = form.getByLabel('What everybody here will read');
    expect(await box.inputValue()).toBe('It shares <b>memory</b>, I would say.');
    expect(await violations(ada.page)).toEqual([]);
    await form.getByRole('button', { name: 'Post it' }).click();
    await answer.getByText('What you said is in the channel.').waitFor();
    // Whoever asks is in the thread at once; the others open it.
    await reply(ada.page, 'It shares <b>memory</b>, I would say.').waitFor();
    await message(bo.page, 'answered this in a mock interview').locator('.thread-link').click();
    await press(reply(bo.page, 'It shares <b>memory</b>'), 'Mark it');
    const checklist = reply(bo.page, 'Which of these does the answer in the channel say?');
    await press(checklist, '2');
    await checklist.getByRole('button', { name: '2 ✓' }).waitFor();
    expect(await violations(bo.page)).toEqual([]);
    await press(checklist, 'Send marks');
    await reply(bo.page, /You found 1 of \d points/).waitFor();
    for (const { page } of [ada, bo]) {
      const table = reply(page, 'It shares <b>memory</b>').getByRole('table');
      await table.getByRole('row', { name: /\(own\) ✓ – .*1 of \d/ }).waitFor();
      await table.getByRole('row', { name: /– ✓ .*1 of \d/ }).waitFor();
      for (const width of [375, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth'), String(width)).toBeLessThanOrEqual(width);
      }
      expect(await violations(page)).toEqual([]);
    }
    expect([...ada.complaints, ...bo.complaints]).toEqual([]);
  });
});
