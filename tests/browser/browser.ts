import { existsSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { patience } from '../patience.ts';
import { unpackChromium } from './chromium.ts';

/** Where distributions and people put a browser that will do. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Chromium talks to nobody but the page under test. */
const quietly = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the Chromium that `CHROMIUM` names, the one that npm brings on Linux, or one that is installed. Null, with the
 * reason, where there is none.
 */
export async function openBrowser(): Promise<{ browser: Browser } | { browser: null; reason: string }> {
  const path =
    process.env['CHROMIUM'] ?? (await unpackChromium()) ?? installed.find((candidate) => existsSync(candidate));
  if (path === undefined) {
    return { browser: null, reason: 'no Chromium here: install one, or name one in CHROMIUM' };
  }
  // Chromium refuses to start as root with its sandbox.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { browser: await chromium.launch({ executablePath: path, args: [...quietly, ...asRoot] }) };
}

export type Tab = {
  readonly page: Page;
  /** What the page complained of, and every request to another host. */
  readonly complaints: readonly string[];
};

/** A tab of its own, as somebody else's browser; a new player, once it goes to `/`. */
export async function openTab(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A request for suggestions that the next key replaces is called off, which htmx writes down as two errors.
    if (message.type() === 'error' && !/^htmx:(sendAbort|afterRequest)/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  return { page, complaints };
}
