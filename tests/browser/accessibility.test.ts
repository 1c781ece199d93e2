import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { message, press, reply, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

describe.skipIf(!hasBrowser)('axe-core finds nothing to complain of', () => {
  const { tab } = useBrowser();
  let axe = '';
  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  });

  /** What axe finds, with the elements. The page forbids other scripts, the debugger's own go past that. */
  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe);
    const { violations: found } = (await page.evaluate('axe.run()')) as { violations: readonly Violation[] };
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  it.each(['light', 'dark'] as const)('in %s colours', async (colorScheme) => {
    const { page } = await tab({ colorScheme });
    for (const path of ['/questions', '/questions?q=stride', '/questions/stride', '/questions/nothing']) {
      await page.goto(path);
      expect(await violations(page), path).toEqual([]);
    }
    await page.goto('/leaderboard/secret-board');
    expect(await violations(page)).toEqual([]);
    await page.goto('/');
    expect(await violations(page)).toEqual([]);
    await say(page, '/pytorch what is stride');
    await message(page, 'Stride is how far').waitFor();
    await say(page, '/pytorch memory problems');
    await message(page, 'I am not sure').waitFor();
    await say(page, '/daily now');
    await say(page, '/leaderboard all');
    await message(page, 'Leaderboard').waitFor();
    await say(page, '/quiz 1 5s');
    await press(message(page, 'starts a quiz'), 'Join');
    await message(page, 'You are in').waitFor();
    await page.locator('#message-box').fill('/');
    await page.getByRole('option').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await press(message(page, 'starts a quiz'), 'Start now');
    await message(page, 'It is on').locator('.thread-link').click();
    await press(reply(page, 'Question 1 of 1'), 'A');
    await reply(page, 'A locked in').waitFor();
    expect(await violations(page)).toEqual([]);
    await reply(page, 'The quiz is over').waitFor({ timeout: 12_000 });
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violations(page)).toEqual([]);
  });
});
