import { describe, expect, it } from 'vitest';
import { openClient } from './client.ts';
import { usePlayground } from './use-playground.ts';

const { address, restart } = usePlayground();

const count = (page: string, words: string) => page.split(words).length - 1;

describe('a double click', () => {
  it('on what is shown in private shows it once', async () => {
    const ada = await openClient(address());
    await ada.type('/pytorch what is stride');
    await Promise.all([ada.press(/^practise:/), ada.press(/^practise:/)]);
    expect(count(await ada.page(), 'Just for you, and for practice')).toBe(1);
  });

  it('on what is shared shows it to all once, and so does a click after a restart', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    await ada.type('/pytorch what is stride', 'study-group');
    const share = () => ada.press(/^share:/, '/study-group');
    await Promise.all([share(), share()]);
    expect(count(await alan.page('/study-group'), 'Shared by')).toBe(1);
    await restart();
    const live = await ada.listen('/study-group');
    await share();
    await live.until(/You have shared this one already/);
    await live.close();
    expect(count(await alan.page('/study-group'), 'Shared by')).toBe(1);
  });
});
