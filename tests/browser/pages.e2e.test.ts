import { describe, it } from 'vitest';
import { visit } from './page-visit.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

/** Everything that is pressed and stands by itself; links within text may be as high as their line. */
const pressed = 'button, input:not([type=hidden]), select, nav a, .switches a, .questions a, summary';

const small = `[...document.querySelectorAll('${pressed}')]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
  .map((element) => element.outerHTML)`;

const levels = `[...document.querySelectorAll('h1, h2, h3, h4')].map((heading) => Number(heading.tagName.slice(1)))`;

describe.skipIf(!hasBrowser)('a page', { concurrent: true }, () => {
  const { another, tab } = useBrowser();

  it.for(['/', '/questions', '/questions/stride', '/leaderboard/secret-board'])(
    'weighs little, asks nobody else, moves nothing and has a place for every thumb: %s',
    async (path, { expect }) => {
      const { address } = await another('samples');
      const { page } = await tab({ viewport: { width: 375, height: 740 } });
      const browser = page.context().browser();
      if (browser === null) throw new Error('There is no browser.');
      const seen = await visit(browser, address + path, null);
      expect(Object.values(seen.bytes).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000);
      expect(seen.hosts).toEqual([new URL(address).host]);
      expect(seen.shift).toBeLessThan(0.1);
      await page.goto(address + path);
      expect(await page.evaluate(small)).toEqual([]);
      const found = (await page.evaluate(levels)) as number[];
      expect(found.filter((level) => level === 1)).toHaveLength(1);
      expect(found.every((level, place) => level <= (found[place - 1] ?? 0) + 1)).toBe(true);
      expect(await page.evaluate('document.documentElement.lang + document.title.length')).toMatch(/^en[1-9]/);
    },
  );
});
