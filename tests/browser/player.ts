import type { Locator, Page } from 'playwright-core';

/** Writes into the message box and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator('#message-box').fill(text);
  await page.keyboard.press('Enter');
}

/** The last message of the channel that has these words. */
export function message(page: Page, words: string | RegExp): Locator {
  return page.locator('#messages article').filter({ hasText: words }).last();
}

/** The last message of the open thread that has these words. */
export function reply(page: Page, words: string | RegExp): Locator {
  return page.locator('#thread-messages article').filter({ hasText: words }).last();
}

/** Chooses an option of the question in a message by its letter. */
export async function choose(under: Locator, letter: string): Promise<void> {
  await tile(under, letter).click();
}

/** The option of a question with this letter. */
export function tile(under: Locator, letter: string): Locator {
  return under.locator('.tile').filter({ has: under.page().locator('.letter', { hasText: letter }) });
}

/** Presses a button under a message. */
export async function press(under: Locator, name: string | RegExp): Promise<void> {
  await under.getByRole('button', { name, exact: true }).click();
}

/** The line that says what became of what was done, with these words. */
export function line(page: Page, words: string | RegExp): Locator {
  return page.locator('.acknowledgement').filter({ hasText: words });
}
