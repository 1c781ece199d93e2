import type { Browser } from 'playwright-core';
import { openTab } from './browser.ts';

/** A line as Lighthouse has it for phones: round trips of 150 ms, 1.6 Mbit/s. Null is the machine's own. */
export const phoneLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 204_800,
  uploadThroughput: 96_000,
} as const;

/** What a first visit to a page costs and does. Times in ms from its beginning, sizes in bytes as they were sent. */
export type Visit = {
  readonly largestPaint: number;
  /** Sum of the layout shifts that nobody asked for. */
  readonly shift: number;
  /** How long the main thread was busy beyond 50 ms at a time. */
  readonly blocked: number;
  readonly bytes: Readonly<Record<string, number>>;
  readonly hosts: readonly string[];
};

const watch = `(() => {
  const seen = { largestPaint: 0, shift: 0, blocked: 0 };
  window.seen = seen;
  const on = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on('largest-contentful-paint', (entry) => { seen.largestPaint = entry.startTime; });
  on('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  on('longtask', (entry) => { seen.blocked += entry.duration - 50; });
})()`;

/** Until something has been painted, and two more frames. */
const painted = `new Promise((done) => {
  const twice = () => requestAnimationFrame(() => requestAnimationFrame(done));
  new PerformanceObserver(twice).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

/** Visits a page as somebody who was never here, over a line. */
export async function visit(browser: Browser, address: string, line: typeof phoneLine | null): Promise<Visit> {
  const { page } = await openTab(browser, address, { viewport: { width: 412, height: 823 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  if (line !== null) await session.send('Network.emulateNetworkConditions', line);
  const types = new Map<string, string>();
  const hosts = new Set<string>();
  const bytes: Record<string, number> = {};
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    types.set(requestId, type);
    hosts.add(new URL(response.url).host);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other';
    bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
  });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(painted);
  const seen = await page.evaluate('window.seen');
  await page.context().close();
  return { ...(seen as Pick<Visit, 'largestPaint' | 'shift' | 'blocked'>), bytes, hosts: [...hosts] };
}
