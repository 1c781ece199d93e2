import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Client } from '../client.ts';
import { openClient } from '../client.ts';
import { startQuiz } from '../join.ts';
import { usePlayground } from '../use-playground.ts';

const { address } = usePlayground();

/** `fetch` sets the name of the host itself, so this goes below it. */
function statusFor(host: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${address()}${path}`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('every answer', () => {
  it.each([
    '/',
    '/questions',
    '/questions/stride',
    '/leaderboard/secret-board',
    '/join/general',
    '/present/x',
    '/nowhere',
  ])('of %s forbids what the pages do not need', async (path) => {
    const { headers } = await fetch(address() + path, { redirect: 'manual' });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('has no inline script, no style but the sheet that its policy names, and no other host in it', async () => {
    const ada = await openClient(address());
    await ada.type('/pytorch what is stride');
    const { host, present } = await startQuiz(address(), '/quiz 1 50s lobby 5m');
    const readers = ['/questions', '/questions/stride', '/leaderboard/secret-board', '/join/general'];
    for (const path of [...readers, present, `${ada.base}/general`]) {
      const response = await fetch(address() + path);
      const page = await response.text();
      // The one style sheet is the one that the policy names by its hash.
      const [style = '', ...others] = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text);
      const hash = createHash('sha256').update(style).digest('base64');
      expect(others).toEqual([]);
      expect(style, path).toMatch(/^:root \{/);
      expect(response.headers.get('content-security-policy'), path).toContain(` 'sha256-${hash}'`);
      expect(page).not.toMatch(/<script(?![^>]* src="\/assets\/)/);
      expect(page).not.toMatch(/<style[^>]|\sstyle=|\son\w+=|hx-on/);
      expect(page).not.toMatch(/<(?:img|link|script)[^>]*(?:src|href)="(?!\/)/);
    }
    await host.type('/quiz stop');
    await host.press(/^stop:\w+:(?!no$)/);
  });
});

describe('a page of another site', () => {
  const attempts: readonly [string, Record<string, string>][] = [
    ['with its own origin', { origin: 'https://evil.example' }],
    ['from another port', { origin: 'http://127.0.0.1:1' }],
    ['without an origin', {}],
    ['with no origin to tell', { origin: 'null' }],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['that the browser calls same-site', { 'sec-fetch-site': 'same-site' }],
  ];

  it.each(attempts)('can change nothing %s', async (_, headers) => {
    const ada = await openClient(address());
    const posts: readonly (readonly [string, Record<string, string>])[] = [
      [`${ada.base}/general/messages`, { text: 'forged words' }],
      [`${ada.base}/press`, { message: '1', button: 'show:stride' }],
      [`${ada.base}/dismiss`, { message: '1' }],
      [`${ada.base}/name`, { name: 'Forged' }],
    ];
    for (const [path, fields] of posts) expect((await ada.post(path, fields, headers)).status).toBe(403);
    const page = await ada.page();
    expect(page).not.toContain('forged words');
    expect(page).not.toContain('Forged');
  });

  it('makes no player by a picture or a frame that has the address of ours', async () => {
    for (const destination of ['image', 'iframe', 'empty']) {
      const headers = { 'sec-fetch-dest': destination };
      expect((await fetch(address(), { headers, redirect: 'manual' })).status).toBe(404);
    }
  });

  it('gets nothing under a name of its own that leads here', async () => {
    for (const path of ['/', '/questions', '/join/general', '/present/x', '/assets/x/reading.js']) {
      expect(await statusFor('evil.example', path)).toBe(421);
      expect(await statusFor('evil.example:3000', path)).toBe(421);
      expect(await statusFor('localhost.evil.example', path)).toBe(421);
    }
    expect(await statusFor('localhost:3000', '/questions')).toBe(200);
    expect(await statusFor('[::1]:3000', '/questions')).toBe(200);
  });
});

describe('HTML and script', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    `' onx='&amp;`,
  ];

  const expectText = (page: string) => {
    expect(page).not.toMatch(/<script>|<img src=x|<svg onload/);
    expect(page).not.toMatch(/onx='/);
  };

  it.each(hostile)('%s stays text in names, words, queries, suggestions and searches', async (text) => {
    const ada: Client = await openClient(address());
    await ada.post(`${ada.base}/name`, { name: text });
    await ada.type(text);
    await ada.type(`/pytorch ${text}`);
    await ada.type(`/${text}`);
    await ada.type(text, 'direct');
    await ada.type('/pytorch what is stride');
    await ada.press(/^share:/);
    expectText(await ada.page());
    expectText(await ada.page('/direct'));
    const query = encodeURIComponent(text);
    expectText(await (await fetch(`${address()}${ada.base}/general/suggestions?text=${query}&box=${query}`)).text());
    expectText(await (await fetch(`${address()}/questions?q=${query}&topic=${query}`)).text());
    expectText(await (await fetch(`${address()}/questions/${query}`)).text());
    expectText(await (await fetch(`${address()}/leaderboard/${query}`)).text());
  });

  it('stay text in the names of a leaderboard', async () => {
    const page = await (await fetch(`${address()}/leaderboard/secret-board`)).text();
    expect(page).toContain('Grace &lt;b&gt;H&lt;/b&gt;');
  });
});

describe('too much', () => {
  it('is refused or cut', async () => {
    const ada = await openClient(address());
    expect(await ada.type('x'.repeat(20_000))).toBe(413);
    expect(await ada.type(`@bot ${'stride '.repeat(1000)}`)).toBe(204);
    expect(await ada.type('   ')).toBe(204);
  });
});
