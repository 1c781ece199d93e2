import { describe, expect, it } from 'vitest';
import { openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const { address, restart } = usePlayground();

async function visit(path: string, cookie = ''): Promise<{ readonly place: string; readonly cookie: string }> {
  const response = await fetch(`${address()}${path}`, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
  return { place: response.headers.get('location') ?? '', cookie: response.headers.get('set-cookie') ?? '' };
}

const pairOf = (cookie: string) => cookie.split(';')[0] ?? '';

describe('a browser', () => {
  it('is the same player again, also after a restart, by one cookie that no script reads', async () => {
    const first = await visit('/');
    expect(first.cookie).toMatch(/^playground-player=[\w-]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await visit('/', pairOf(first.cookie))).place).toBe(first.place);
    await restart();
    expect((await visit('/', pairOf(first.cookie))).place).toBe(first.place);
  });

  it('opens a second player who is not remembered', async () => {
    const first = await visit('/');
    const second = await visit('/new', pairOf(first.cookie));
    expect(second.place).not.toBe(first.place);
    expect(second.cookie).toBe('');
  });

  it('is somebody new once it was told to forget, and with a cookie that nobody knows', async () => {
    const ada = await openClient(address());
    const told = await ada.post(`${ada.base}/anew`, {});
    expect(told.headers.get('hx-redirect')).toBe('/');
    expect(told.headers.get('set-cookie')).toMatch(/^playground-player=; Max-Age=0; Path=\//);
    expect((await visit('/', 'playground-player=nobody')).place).toMatch(/^\/p\//);
  });
});
