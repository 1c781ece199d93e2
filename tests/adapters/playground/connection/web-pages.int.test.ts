import { describe, expect, it } from 'vitest';
import { openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const { address } = usePlayground();

async function read(path: string): Promise<{ readonly status: number; readonly page: string }> {
  const response = await fetch(address() + path);
  return { status: response.status, page: await response.text() };
}

describe('an address that leads nowhere', () => {
  it('shows a page with a way home to whoever opens it, and plain words to all else', async () => {
    for (const path of ['/nowhere', '/leaderboard', '/p/nobody', '/assets/x/nothing']) {
      const response = await fetch(address() + path, { headers: { accept: 'text/html,*/*;q=0.8' } });
      expect(response.status, path).toBe(404);
      expect(await response.text()).toMatch(/<h1>Not found<\/h1>[\s\S]*<a href="\/">To the playground<\/a>/);
      expect((await read(path)).page).toBe('There is nothing at this address.\n');
    }
  });
});

describe('the question bank', () => {
  it('is listed whole, by topic', async () => {
    const { page } = await read('/questions');
    expect(page.match(/<a href="\/questions\/[\w-]+">/g)?.length).toBeGreaterThanOrEqual(50);
    expect(page).toContain('<h2><a href="/questions?topic=vision">Vision</a></h2>');
  });

  it('can be searched, and narrowed by topic and level', async () => {
    expect((await read('/questions?q=strid')).page).toContain('href="/questions/stride"');
    const { page } = await read('/questions?topic=vision&level=easy');
    expect(page).toContain('href="/questions/stride"');
    expect(page).not.toContain('topic=tensors">Tensors</a></h2>');
    expect((await read('/questions?topic=tensors&q=strid')).page).not.toContain('/questions/stride"');
    expect((await read('/questions?q=qqqqqqqq')).page).toContain('Nothing fits.');
  });

  it('has one page a question, with the answer and its sources', async () => {
    const { status, page } = await read('/questions/stride');
    expect(status).toBe(200);
    expect(page).toContain('<h1>What is stride in a convolution?</h1>');
    expect(page).toContain('hljs-keyword');
    expect(page).toContain('href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html"');
    expect((await read('/questions/nothing')).status).toBe(404);
  });

  it('leads from a question to its topic, its quiz and what one asks next', async () => {
    const { page } = await read('/questions/stride');
    expect(page).toContain('<a href="/questions?topic=vision">Vision</a>');
    expect(page).toMatch(/<a class="quiz" href="\/questions\/stride\/quiz">/);
    const next = page.slice(page.indexOf('<h2>Asked next</h2>')).match(/<a href="\/questions\/[\w-]+">/g);
    expect(next?.length).toBeGreaterThan(0);
    expect(next).not.toContain('<a href="/questions/stride">');
  });
});

describe('the quiz on a question', () => {
  it('asks an item, and says what is right once an option is chosen', async () => {
    const { url } = await fetch(`${address()}/questions/stride/quiz`);
    const path = url.slice(address().length);
    expect(path).toMatch(/^\/questions\/stride\/quiz\/[\w-]+\?order=12$/);
    const asked = (await read(path)).page;
    expect(asked.match(/<button class="tile place-\d"[^>]* name="choice" value="\d">/g)).toHaveLength(4);
    expect(asked).not.toContain('You chose');
    const answered = await Promise.all([0, 1, 2, 3].map(async (place) => (await read(`${path}&choice=${place}`)).page));
    expect(answered.filter((page) => /<h2>Not quite<\/h2>[\s\S]*The right answer is/.test(page))).toHaveLength(3);
    expect(answered.filter((page) => page.includes('<h2>Right</h2>'))).toHaveLength(1);
    for (const page of answered) expect(page).toMatch(/You chose[\s\S]*>Full answer<[\s\S]*>Another one</);
  });

  it('is not lost over a choice or an order that nobody could make', async () => {
    const first = await fetch(`${address()}/questions/stride/quiz`);
    for (const choice of ['4', '-1', 'x', '']) {
      const { status, page } = await read(`${first.url.slice(address().length)}&choice=${choice}`);
      expect([status, page.includes('You chose')], choice).toEqual([200, false]);
    }
    const item = first.url.slice(address().length).replace(/\?.*/, '');
    expect((await fetch(`${address()}${item}?order=24`)).url).toContain('order=12');
    for (const path of ['/questions/nothing/quiz', '/questions/stride/quiz/nothing', '/questions/nothing/quiz/x'])
      expect((await read(path)).status, path).toBe(404);
  });
});

describe('a leaderboard', () => {
  it('is there for whom knows its address: ranks, points over time, accuracy by topic', async () => {
    const { status, page } = await read('/leaderboard/secret-board');
    expect(status).toBe(200);
    expect(page).toContain('<th scope="row">Ada</th><td class="number">8,420</td><td class="number">87%</td>');
    expect(page.match(/<path class="line/g)).toHaveLength(4);
    expect(page).toContain('21 of 24');
    expect(page).toContain('<h2>Points, all time</h2>');
    expect(page).toContain('<h2>Right answers by topic, over all channels</h2>');
    expect((await read('/leaderboard/guess')).status).toBe(404);
  });

  it('leads by plain links to that of another period, of teams, and of a topic, and back', async () => {
    const current = (page: string) => [...page.matchAll(/aria-current="true">([^<]+)/g)].map(([, words]) => words);
    const { page } = await read('/leaderboard/secret-board');
    expect(current(page)).toEqual(['All time', 'People', 'All topics']);
    const teams = await read('/leaderboard/secret-board?period=week&who=teams&topic=vision');
    expect(current(teams.page)).toEqual(['This week', 'Teams', 'Vision']);
    expect(teams.page).toContain('<th scope="row">Red</th><td class="number">12</td>');
    expect(teams.page).toContain('href="?who=teams&amp;topic=vision">All time</a>');
    expect(teams.page).not.toContain('>Tensors</span>');
    const odd = await read('/leaderboard/secret-board?period=year&who=%3Cb%3E&topic=nothing');
    expect([odd.status, current(odd.page)]).toEqual([200, current(page)]);
  });

  it('says of a person by topic what they want to be said, and of nobody else', async () => {
    const { page } = await read('/leaderboard/secret-board');
    const { page: vision } = await read('/leaderboard/secret-board?topic=vision');
    expect(page).toContain('<th scope="row">Ada</th><td>Tensors</td><td class="number">92%</td>');
    expect(vision).toContain('<th scope="row">Ada</th><td class="number">67%</td><td class="number">6 of 9</td>');
    for (const shown of [page, vision]) expect(shown).not.toContain('<th scope="row">Alan</th><td>');
  });
});

describe('what all pages need', () => {
  it('is said in their heads, and none of them is kept', async () => {
    const { base } = await openClient(address());
    const pages = ['/questions', '/questions/stride', '/leaderboard/secret-board', '/questions/none', '/join/general'];
    for (const path of [...pages, `${base}/general`]) {
      const response = await fetch(address() + path);
      const page = await response.text();
      for (const needed of [
        /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">/,
        /<meta name="viewport" content="width=device-width, initial-scale=1">/,
        /<meta name="theme-color" content="#\w{6}" media="\(prefers-color-scheme: light\)">/,
        /<meta name="theme-color" content="#\w{6}" media="\(prefers-color-scheme: dark\)">/,
        /<meta name="description" content="[^"]{20,160}">/,
        /<title>[^<]{5,70}<\/title>/,
      ])
        expect(page, path).toMatch(needed);
      expect(response.headers.get('cache-control'), path).toBe('no-store');
      expect(response.headers.get('content-type'), path).toMatch(/^text\/html; charset=utf-8$/i);
      expect(page.match(/<h1\b/g), path).toHaveLength(1);
    }
  });

  it('is kept for ever under an address that changes with it, and packed', async () => {
    const { page } = await read('/questions');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    const response = await fetch(address() + script, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(await response.text()).toContain('clipboard');
    expect((await read('/assets/x/package.json')).status).toBe(404);
    expect((await fetch(`${address()}/assets/x/reading.js`)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('the picture of a podium', () => {
  it('is only at the address of somebody who sees its message', async () => {
    const ada = await openClient(address());
    expect((await read(`${ada.base}/picture/1/0`)).status).toBe(404);
    expect((await read('/p/nobody/picture/1/0')).status).toBe(404);
  });
});
