import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Tab } from './browser.ts';
import { openBrowser, openTab } from './browser.ts';
import type { Served } from './served.ts';
import { serve } from './served.ts';

const opened = await openBrowser();

/** False, with a word in the log, on a machine that has no browser. */
export const hasBrowser = opened.browser !== null;

if (opened.browser === null) console.warn(`Browser tests are left out: ${opened.reason}`);

/** A playground in a process of its own for the tests of one file, and tabs that close after each test. */
export function useBrowser(): {
  readonly served: () => Served;
  readonly tab: (options?: BrowserContextOptions) => Promise<Tab>;
} {
  let served: Served | null = null;
  let browser: Browser | null = null;
  const own = () => {
    if (served === null) throw new Error('There is no server outside tests.');
    return served;
  };
  beforeAll(async () => {
    browser = opened.browser;
    if (browser !== null) served = await serve();
  });
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await served?.end();
  });
  return {
    served: own,
    tab: async (options) => {
      if (browser === null) throw new Error('There is no browser.');
      return openTab(browser, own().address, options);
    },
  };
}
