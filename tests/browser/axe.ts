import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on a page, with the elements. The page forbids foreign scripts; the debugger gets past that. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(await axe);
  const { violations: found } = (await page.evaluate('axe.run()')) as { violations: readonly Violation[] };
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
