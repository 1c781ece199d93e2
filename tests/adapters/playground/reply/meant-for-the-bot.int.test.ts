import { describe, expect, it } from 'vitest';
import { openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const { address } = usePlayground();

describe('what is written in a channel without a slash', () => {
  it('and would be answered gets a private hint with the answer one press away, which takes its place', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    await ada.type('what is stride');
    const page = await ada.page();
    expect(page).toContain('I know an answer');
    expect(page).toContain('data-try="/pytorch what is stride"');
    expect(page).not.toContain('What is stride in a convolution?</h2>');
    expect(await alan.page()).not.toContain('I know an answer');
    await ada.press('ask-instead');
    const after = await ada.page();
    expect(after).toContain('What is stride in a convolution?</h2>');
    expect(after).not.toContain('I know an answer');
    expect(await alan.page()).not.toContain('What is stride in a convolution?</h2>');
  });

  it('and is a command without its slash can be carried out by a press', async () => {
    const ada = await openClient(address());
    await ada.type('topics', 'study-group');
    expect(await ada.page('/study-group')).toContain('data-try="/topics"');
    await ada.press('ask-instead', '/study-group');
    expect(await ada.page('/study-group')).toContain('<h2>Topics</h2>');
  });

  it.each(['good morning', 'me', 'memory problems', 'thanks', 'who is in for lunch?'])(
    'and is talk stays talk: %s',
    async (text) => {
      const ada = await openClient(address());
      await ada.type(text);
      const page = await ada.page();
      expect(page).toContain(text);
      expect(page.slice(page.lastIndexOf(`<p class="said">${text}`))).not.toContain('Only you can see this');
    },
  );
});
