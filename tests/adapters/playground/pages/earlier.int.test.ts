import { describe, expect, it } from 'vitest';
import { openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const { address } = usePlayground();
const said = (page: string) => [...page.matchAll(/<p class="said">(\w+ \d+)<\/p>/g)].map(([, words]) => words);

describe('a channel with many messages', () => {
  it('is shown from its end, and further back by a link, with or without a script', async () => {
    const ada = await openClient(address());
    for (let number = 1; number <= 120; number += 1) await ada.type(`Word ${number}`);
    const page = await ada.page();
    expect(said(page)).toEqual(Array.from({ length: 50 }, (_, index) => `Word ${index + 71}`));
    expect(page).not.toContain('This is the beginning of');
    const [, plain = '', loaded = ''] = /class="earlier"[^>]*><a href="([^"]+)" hx-get="([^"]+)"/.exec(page) ?? [];
    const get = async (path: string) => (await fetch(address() + path)).text();
    expect(said(await get(plain))).toEqual(Array.from({ length: 100 }, (_, index) => `Word ${index + 21}`));
    const second = await get(loaded);
    expect(said(second)).toEqual(Array.from({ length: 50 }, (_, index) => `Word ${index + 21}`));
    const [, last = ''] = /hx-get="([^"]+\/earlier[^"]+)"/.exec(second) ?? [];
    const first = await get(last);
    expect(said(first)).toEqual(Array.from({ length: 20 }, (_, index) => `Word ${index + 1}`));
    expect(first).toContain('This is the beginning of');
    expect(first).not.toContain('class="earlier"');
    expect((await fetch(`${address()}${ada.base}/general/earlier?before=x`)).status).toBe(404);
    expect((await fetch(`${address()}/p/nobody/general/earlier?before=9`)).status).toBe(404);
  });
});
