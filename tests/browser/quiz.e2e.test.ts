import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { violations } from './axe.ts';
import { choose, line, message, press, reply, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('a quiz of two players', { concurrent: true }, () => {
  const { another, tab } = useBrowser();

  /** Both in it, with its thread open, up to the first question. A question ends with the second answer, not with its time. */
  async function begin(one: Page, other: Page, settings: string, join: readonly [string, string]): Promise<void> {
    await one.goto('/');
    await other.goto('/');
    await say(one, settings);
    await press(message(one, 'starts a quiz'), join[0]);
    await press(message(other, 'starts a quiz'), join[1]);
    await line(one, join[0] === 'Join' ? 'You are in already' : 'You are in').waitFor();
    await line(other, 'You are in').waitFor();
    await press(message(one, 'starts a quiz'), 'Start now');
    for (const page of [one, other]) {
      await page.waitForURL(/\/thread\/\d+$/);
      await reply(page, 'Question 1 of').waitFor();
    }
  }

  it('goes in teams from the lobby to the podium, and axe-core finds nothing at any moment', async ({ expect }) => {
    const [one, other] = [await tab({ colorScheme: 'light' }), await tab({ colorScheme: 'dark' })];
    await begin(one.page, other.page, '/quiz 2 50s teams', ['Join Red', 'Join Blue']);
    for (const number of [1, 2]) {
      const question = `Question ${number} of 2`;
      await reply(one.page, question)
        .getByText(/Time is up in \d+ seconds?/)
        .waitFor();
      await choose(reply(one.page, question), 'A');
      await line(one.page, 'A locked in').waitFor();
      for (const { page } of [one, other]) expect(await violations(page)).toEqual([]);
      await choose(reply(other.page, question), 'B');
      await reply(other.page, `${question} · the answer`).waitFor();
    }
    await reply(other.page, 'The quiz is over').getByRole('table').waitFor();
    const result = message(other.page, 'PyTorch quiz · the result');
    await result.waitFor();
    if ((await result.getByText('Nobody scored a point').count()) === 0) {
      const picture = result.getByRole('img', { name: /Podium/ });
      await picture.waitFor();
      await expect.poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(1200);
    }
    await press(reply(one.page, 'The quiz is over'), 'Review my mistakes');
    await reply(one.page, 'Only you can see this').waitFor();
    await other.page.setViewportSize({ width: 360, height: 740 });
    for (const { page } of [one, other]) expect(await violations(page)).toEqual([]);
    expect([...one.complaints, ...other.complaints]).toEqual([]);
  });

  it('goes on after a page was loaded anew and after the server was killed, without asking anything twice', async ({
    expect,
  }) => {
    const served = await another();
    const [one, other] = [await tab({}, served), await tab({}, served)];
    await begin(one.page, other.page, '/quiz 2 50s', ['Join', 'Join']);
    await choose(reply(one.page, 'Question 1 of 2'), 'A');
    await line(one.page, 'A locked in').waitFor();
    await one.page.reload();
    await reply(one.page, 'Question 1 of 2').getByText('Your choice').waitFor();
    await served.kill();
    await one.page.getByText('The server does not answer.').waitFor();
    await served.startAgain();
    await other.page.locator('body[data-connected="true"]').waitFor();
    await choose(reply(other.page, 'Question 1 of 2'), 'C');
    await reply(one.page, 'Question 1 of 2 · the answer').waitFor();
    for (const page of [one.page, other.page]) await choose(reply(page, 'Question 2 of 2'), 'D');
    await reply(one.page, 'The quiz is over').waitFor();
    const titles = await one.page.locator('#thread-messages h3').allTextContents();
    expect(titles.filter((title) => title.startsWith('Question'))).toEqual([
      'Question 1 of 2 · the answer',
      'Question 2 of 2 · the answer',
    ]);
    expect(await reply(one.page, 'The quiz is over').getByRole('row').count()).toBe(3);
  });
});
