import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Tab } from './browser.ts';
import { openBrowser, openTab } from './browser.ts';
import type { Served } from './served.ts';
import { serve } from './served.ts';

/** One for all files of this process, whose end is its own. */
const opened = await openBrowser();

/** False, with a word in the log, on a machine that has no browser. */
export const hasBrowser = opened.browser !== null;

if (opened.browser === null) console.warn(`Browser tests are left out: ${opened.reason}`);

/** A playground in a process of its own for the tests of one file, and tabs that close after the last of them. */
export function useBrowser(): {
  readonly served: () => Served;
  /** A server of its own for one test, which may kill it while others go on. */
  readonly another: typeof serve;
  /** A tab for somebody new, on the shared server unless told otherwise. */
  readonly tab: (options?: BrowserContextOptions, at?: Served) => Promise<Tab>;
} {
  const servers: Served[] = [];
  const tabs: Tab[] = [];
  const another: typeof serve = async (...given) => {
    const served = await serve(...given);
    servers.push(served);
    return served;
  };
  const shared = () => {
    const [first] = servers;
    if (first === undefined) throw new Error('There is no server outside tests.');
    return first;
  };
  beforeAll(async () => {
    if (hasBrowser) await another();
  });
  afterAll(async () => {
    await Promise.all(tabs.splice(0).map(({ page }) => page.context().close()));
    await Promise.all(servers.map((served) => served.end()));
  });
  return {
    served: shared,
    another,
    tab: async (options, at = shared()) => {
      if (opened.browser === null) throw new Error('There is no browser.');
      const opening = await openTab(opened.browser, at.address, options);
      tabs.push(opening);
      return opening;
    },
  };
}
