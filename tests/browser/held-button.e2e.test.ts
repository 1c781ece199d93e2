import { describe, expect, it } from 'vitest';
import { line, message, say } from './player.ts';
import { hasBrowser, useBrowser } from './use-browser.ts';

describe.skipIf(!hasBrowser)('a button that somebody holds down', () => {
  const { tab } = useBrowser();

  it('stays under the pointer while messages come in, and is pressed when it is let go', async () => {
    const [one, other] = [await tab(), await tab()];
    await one.page.goto('/');
    await other.page.goto('/');
    await say(one.page, '/quiz 1');
    const join = message(other.page, 'starts a quiz').getByRole('button', { name: 'Join', exact: true });
    await join.hover();
    await other.page.mouse.down();
    const before = await join.boundingBox();
    for (const text of ['first', 'second', 'third', 'fourth']) {
      await say(one.page, `${text} line`);
      await message(one.page, `${text} line`).waitFor();
    }
    expect(await join.boundingBox()).toEqual(before);
    await other.page.mouse.up();
    await line(other.page, 'You are in').waitFor();
    await message(other.page, 'fourth line').waitFor();
  });
});
