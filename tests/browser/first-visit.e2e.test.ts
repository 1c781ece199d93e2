import { describe, expect, it } from 'vitest';
import { message, press, say, tile } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('a first visit', () => {
  const { served, tab } = useBrowser();

  it('looks a question up with the help of completion, by keyboard alone', async () => {
    const { page, complaints } = await tab();
    await page.goto('/');
    await page.keyboard.type('/py');
    await page.getByRole('option', { name: '/pytorch' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('stride in a con');
    const offered = page.getByRole('option', { name: 'What is stride in a convolution?' });
    await offered.waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await offered.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const answer = message(page, 'Stride is how far the kernel jumps');
    await answer.waitFor();
    expect(await answer.textContent()).toContain('Only you can see this');
    expect(await page.locator('#message-box').inputValue()).toBe('');
    expect(await answer.boundingBox().then((box) => box?.y ?? -1)).toBeGreaterThan(0);
    await press(answer, 'Dismiss');
    await answer.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });

  it('shows no suggestions any more that come after the words were sent', async () => {
    const { page } = await tab();
    await page.goto('/');
    await page.route('**/suggestions*', async (route) => {
      await message(page, 'Stride is how far').waitFor();
      await route.continue();
    });
    const asked = page.waitForRequest(/suggestions/);
    await page.locator('#message-box').fill('/pytorch what is stride');
    await asked;
    await page.keyboard.press('Enter');
    await page.locator('#message-box-list li').first().waitFor({ state: 'attached' });
    expect(await page.getByRole('option').count()).toBe(0);
  });

  it('sets a daily question up by the clocks of the browser where no others are named', async () => {
    const { page } = await tab({ timezoneId: 'America/Winnipeg' });
    await page.goto('/');
    await say(page, '/daily on 09:00 weekdays');
    await message(page, '09:00 America/Winnipeg, Monday to Friday').waitFor();
    await say(page, '/daily on 09:00 UTC+9');
    const asked = message(page, 'Which time zone?');
    await press(asked, 'Asia/Tokyo');
    await message(page, '09:00 Asia/Tokyo, every day').waitFor();
    await say(page, '/daily off');
    await message(page, 'No more will be posted here').waitFor();
  });

  it('offers the closest questions when the bot is not sure', async () => {
    const { page } = await tab();
    await page.goto('/');
    await say(page, '/pytorch memory problems');
    const unsure = message(page, 'I am not sure');
    await unsure.locator('.actions button').first().click();
    await unsure.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Quiz me on this' }).waitFor();
  });

  it('answers a daily question, once, with focus where it was', async () => {
    const { page } = await tab();
    await page.goto('/');
    await say(page, '/daily now');
    const daily = message(page, 'Daily question');
    const letter = tile(daily, 'B');
    await letter.focus();
    await page.keyboard.press('Enter');
    await message(page, /Right|Not quite/).waitFor();
    await daily.getByText('1 person answered').waitFor();
    expect(await letter.evaluate((button) => button.ownerDocument.activeElement === button)).toBe(true);
    // What is chosen is chosen: pressed again it asks nothing of the server.
    expect(await letter.getAttribute('aria-disabled')).toBe('true');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.keyboard.press('Enter');
    await letter.click({ force: true });
    await say(page, 'And now?');
    await message(page, 'And now?').waitFor();
    expect(asked.filter((url) => url.endsWith('/press'))).toEqual([]);
    expect(await page.getByText('That did not arrive.').isVisible()).toBe(false);
  });

  it('keeps the words of what was chosen also where all hear of the choice before it is answered', async () => {
    const { page } = await tab();
    await page.goto('/');
    await say(page, '/daily now');
    const daily = message(page, 'Daily question');
    await daily.locator('.tiles.open').waitFor();
    const before = await daily.locator('.tile .option').allTextContents();
    await page.route('**/press', async (route) => {
      const response = await route.fetch();
      await daily.getByText('Your choice').waitFor();
      await route.fulfill({ response });
    });
    await tile(daily, 'B').click();
    await page.waitForResponse('**/press');
    await message(page, /Right|Not quite/).waitFor();
    expect(await daily.locator('.tile .option').allTextContents()).toEqual(
      before.map((text, place) => (place === 1 ? `${text} Your choice` : text)),
    );
  });

  it('has names in both tabs that are changed in one', async () => {
    const [one, other] = [await tab(), await tab()];
    await one.page.goto('/');
    await other.page.goto('/');
    await one.page.getByLabel('You are').fill('<b>Emmy</b>');
    await one.page.getByRole('button', { name: 'Save' }).click();
    await one.page.getByText('Your name is saved.').waitFor();
    await say(one.page, '<img src=x onerror=alert(1)> hello');
    const heard = message(other.page, '<img src=x onerror=alert(1)> hello');
    await heard.getByText('<b>Emmy</b>', { exact: true }).waitFor();
    expect([...one.complaints, ...other.complaints]).toEqual([]);
  });

  it('keeps the old name, says so and shows it again when the new one is blank', async () => {
    const { page } = await tab();
    await page.goto('/');
    const box = page.getByLabel('You are');
    await box.fill('Emmy');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your name is saved.').waitFor();
    await box.fill('   ');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('A name cannot be blank, so yours stays as it was.').waitFor();
    expect(await box.inputValue()).toBe('Emmy');
  });

  it('has every link within reach of a thumb', async () => {
    const { page } = await tab({ viewport: { width: 360, height: 640 } });
    await page.goto('/');
    for (const name of ['#study-group', 'PyTorch Bot', 'Question bank', /^New player/]) {
      const link = page.getByRole('link', { name });
      if (!(await link.isVisible())) await page.getByRole('button', { name: 'Menu' }).click();
      const box = await link.boundingBox();
      expect(box?.height, String(name)).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    }
    await page.getByRole('link', { name: 'Question bank' }).click();
    await page.getByRole('heading', { name: 'Question bank' }).waitFor();
  });

  it('fits on a phone, in one column, without scrolling sideways', async () => {
    for (const width of [320, 400]) {
      const { page } = await tab({ viewport: { width, height: 700 } });
      await page.goto('/');
      await say(page, '/pytorch what is stride');
      await message(page, 'Stride is how far').waitFor();
      for (const path of [page.url(), '/questions', '/questions/stride']) {
        await page.goto(path);
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
      }
    }
  });

  it('says when the server is gone and when it is back, and shows what came meanwhile', async () => {
    const { page } = await tab();
    await page.goto('/');
    await page.locator('body[data-connected="true"]').waitFor();
    await served().kill();
    await page.getByText('The server does not answer.').waitFor();
    await page.locator('#message-box').fill('kept words');
    await page.keyboard.press('Enter');
    await page.getByText('That did not arrive.').waitFor();
    await served().startAgain();
    await page.locator('body[data-connected="true"]').waitFor();
    await page.locator('#message-box').press('Enter');
    await message(page, 'kept words').waitFor();
  });
});
