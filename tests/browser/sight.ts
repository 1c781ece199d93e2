import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until the end of an element, or its top, lies inside the list of messages that it stands in. */
export async function untilInSight(element: Locator, part: 'top' | 'end' = 'end'): Promise<void> {
  await expect.poll(() => isInSight(element, part)).toBe(true);
}

export async function isInSight(element: Locator, part: 'top' | 'end' = 'end'): Promise<boolean> {
  const list = await element.locator('xpath=ancestor::*[@role="log"]').boundingBox();
  const own = await element.boundingBox();
  if (list === null || own === null) return false;
  const edge = part === 'top' ? own.y : own.y + own.height;
  return edge >= list.y && edge <= list.y + list.height;
}

/** Scrolls a list of messages as far as it goes, as somebody does with the wheel. */
export async function turnWheel(page: Page, list: '#messages' | '#thread-messages', way: 'up' | 'down'): Promise<void> {
  await page.locator(list).hover({ position: { x: 5, y: 5 } });
  await page.mouse.wheel(0, way === 'up' ? -100_000 : 100_000);
  const left = () =>
    page
      .locator(list)
      .evaluate((log, up) => (up ? log.scrollTop : log.scrollHeight - log.clientHeight - log.scrollTop), way === 'up');
  await expect.poll(left).toBeLessThan(2);
}
