import { describe, it } from 'vitest';
import { violations } from './axe.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('the boards of a page', { concurrent: true }, () => {
  const { another, tab } = useBrowser();

  it('switch by the keyboard without a reload, under addresses that can be shared', async ({ expect }) => {
    const { page, complaints } = await tab({}, await another('samples'));
    await page.goto('/leaderboard/secret-board');
    await page.evaluate('window.isTheSame = true');
    await page.getByRole('link', { name: 'Teams' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'Red' }).waitFor();
    expect(page.url()).toMatch(/secret-board\?who=teams$/);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Teams');
    await page.getByRole('link', { name: 'This week' }).click();
    await page.getByRole('heading', { name: 'Teams, this week' }).waitFor();
    await page.getByRole('link', { name: 'Vision' }).click();
    await page.getByRole('heading', { name: 'Person by person: Vision' }).waitFor();
    expect(await page.evaluate('window.isTheSame')).toBe(true);
    const shared = page.url();
    await page.goBack();
    await page.getByRole('heading', { name: 'Person by person', exact: true }).waitFor();
    await page.goto(shared);
    await page.getByRole('heading', { name: 'Teams, this week' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('are plain links where no script runs', async ({ expect }) => {
    const { page } = await tab({ javaScriptEnabled: false }, await another('samples'));
    await page.goto('/leaderboard/secret-board');
    await page.getByRole('link', { name: 'This month' }).click();
    await page.getByRole('heading', { name: 'Points, this month' }).waitFor();
    expect(page.url()).toContain('?period=month');
  });

  it.for(['light', 'dark'] as const)(
    'have nothing that axe-core complains of, in %s colours',
    async (colorScheme, { expect }) => {
      const { page } = await tab({ colorScheme }, await another('samples'));
      for (const query of ['', '?who=teams', '?period=week&topic=vision']) {
        for (const width of [320, 375, 768, 1280, 1920]) {
          await page.setViewportSize({ width, height: 800 });
          await page.goto(`/leaderboard/secret-board${query}`);
          expect(await page.evaluate('document.documentElement.scrollWidth'), `${query} ${width}`).toBeLessThanOrEqual(
            width,
          );
          const wide = `[...document.querySelectorAll('section > .table')].filter((table) => table.scrollWidth > table.clientWidth).length`;
          expect(await page.evaluate(wide), `tables of ${query} ${width}`).toBe(0);
        }
        expect(await violations(page), query).toEqual([]);
      }
    },
  );
});
