import { describe, expect, it } from 'vitest';
import { openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const { address } = usePlayground();

describe('the thread under a quiz', () => {
  it('opens beside the channel, counts its replies there and takes replies itself', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    // With somebody else there the lobby stays open for them.
    await alan.page();
    await ada.type('/quiz 2 30s');
    await expect.poll(() => ada.page()).toMatch(/class="thread-link"/);
    const root = /\/thread\/(\d+)"/.exec(await ada.page())?.[1] ?? '';
    const open = `/general/thread/${root}`;
    expect(await ada.page(open)).toContain('id="thread-messages"');
    const live = await alan.listen(open);
    await ada.type('good luck', 'general', root);
    const heard = await live.until(/good luck/);
    expect(heard).toContain('hx-swap-oob="beforeend:#thread-messages"');
    expect(heard).toContain('1 reply');
    await live.close();
    await ada.type('/pytorch what is stride', 'general', root);
    expect(await ada.page(open)).toContain('Stride is how far');
    const channel = await ada.page();
    expect(channel).not.toContain('Stride is how far');
    expect(channel).not.toContain('good luck');
    expect(channel).toContain('1 reply');
  });

  it('leads whoever starts a second quiz to the first, on their own page', async () => {
    const alan = await openClient(address());
    await alan.type('/quiz 2');
    expect(await alan.page()).toMatch(new RegExp(`<a href="${alan.base}/general#m\\d+">Here it is</a>`));
  });

  it('is not there under a message that is not', async () => {
    const ada = await openClient(address());
    expect(await ada.type('hello', 'general', '99999')).toBe(404);
    expect(await ada.type('hello', 'study-group', '1')).toBe(404);
    expect(await ada.page('/general/thread/99999')).not.toContain('id="thread-messages"');
  });
});
