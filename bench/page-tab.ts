import { openBrowser, openTab } from '../tests/browser/browser.ts';

/** From the press of a tile until it is marked, and from the close of a question until its reveal is there; ms. */
export type TabTimes = { readonly marked: readonly number[]; readonly revealed: readonly number[] };

/** Runs in the page: presses the first tile of each question, and notes when that is marked and when the reveal is there. */
const playByItself = (rush: number) => `(() => {
  const measured = (window.measured = { marked: [], revealed: [] });
  const known = new Map();
  const look = () => {
    for (const article of document.querySelectorAll('#thread-messages article')) {
      const question = known.get(article.id) ?? { pressed: null, until: null, marked: false, revealed: false };
      known.set(article.id, question);
      const bar = article.querySelector('.countdown');
      if (bar !== null) question.until = Number(bar.dataset.until);
      if (question.pressed === null && article.querySelector('.tiles.open') !== null) {
        question.pressed = Infinity;
        setTimeout(() => {
          question.pressed = Date.now();
          article.querySelector('.tile').click();
        }, Math.random() * ${rush});
      }
      if (!question.marked && article.querySelector('.tile[aria-pressed=true]') !== null) {
        question.marked = true;
        measured.marked.push(Date.now() - question.pressed);
      }
      if (!question.revealed && question.until !== null && article.querySelector('.tally') !== null) {
        question.revealed = true;
        measured.revealed.push(Date.now() - question.until);
      }
    }
  };
  new MutationObserver(look).observe(document.getElementById('thread-messages'), { subtree: true, childList: true, attributes: true });
})()`;

/** A player in a real browser, who presses a tile of each question within `rush` ms; null where there is none. */
export async function openPlayingTab(
  address: string,
  rush: number,
): Promise<{ readonly leave: () => Promise<TabTimes> } | null> {
  const { browser } = await openBrowser();
  if (browser === null) return null;
  const { page } = await openTab(browser, address);
  await page.goto('/join/general');
  await page.getByLabel('Your name').fill('Browser');
  await page.keyboard.press('Enter');
  await page.locator('#thread-messages').waitFor();
  await page.evaluate(playByItself(rush));
  return {
    leave: async () => {
      const times = (await page.evaluate('window.measured')) as TabTimes;
      await browser.close();
      return times;
    },
  };
}
