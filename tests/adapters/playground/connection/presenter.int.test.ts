import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { loadBank } from '../../../../src/bank/load.ts';
import { until } from '../../../until.ts';
import type { Client } from '../client.ts';
import { listen, openClient, withoutStyle } from '../client.ts';
import { joinAs, startQuiz, ticketOf } from '../join.ts';
import { ownBank } from '../server.ts';
import { usePlayground } from '../use-playground.ts';

const { address, restart } = usePlayground();

const read = async (path: string) => (await fetch(address() + path)).text();

async function stop(host: Client): Promise<void> {
  await host.type('/quiz stop');
  await host.press(/^stop:\w+:(?!no$)/);
}

async function end(host: Client): Promise<void> {
  await stop(host);
  await until(async () => expect(await read('/join/general')).toContain('No quiz is running'));
}

/** What a camera reads in a picture of a QR code, whose modules are squares of one unit. */
function readCode(page: string): string {
  const [, size = '0', path = ''] = /<svg viewBox="0 0 (\d+) \d+"[^>]*><path d="([^"]+)"/.exec(page) ?? [];
  const scale = 4;
  const width = Number(size) * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, move, right, down] of path.matchAll(/([Mm])(-?\d+)[ ,]?(-?\d+)/g)) {
    [x, y] = move === 'M' ? [Number(right), Number(down)] : [x + Number(right), y + Number(down)];
    for (let row = y * scale; row < (y + 1) * scale; row += 1) {
      data.fill(0, 4 * (row * width + x * scale), 4 * (row * width + (x + 1) * scale));
    }
  }
  for (let pixel = 3; pixel < data.length; pixel += 4) data[pixel] = 255;
  return decodeQR({ width, height: width, data });
}

describe('the presenter’s view', () => {
  it('is told to the host alone, and shows the way to join as words and as a code', async () => {
    const { host, present } = await startQuiz(address(), '/quiz 2 50s lobby 5m');
    const other = await openClient(address());
    expect(await other.page()).not.toContain('/present/');
    const page = await read(present);
    expect(page).toContain(`${address().slice('http://'.length)}/join/general`);
    expect(readCode(page)).toBe(`${address()}/join/general`);
    await end(host);
    expect(await read(present)).toContain('It was called off before it began.');
  });

  it('is nowhere for whoever guesses, and so by the id of a quiz alone', async () => {
    const { host, present } = await startQuiz(address(), '/quiz 2 50s lobby 5m');
    const id = present.slice('/present/'.length).split('-')[0] ?? '';
    for (const guess of ['nothing', id, `${id}-`, `${id}-undefined`, `${present.slice(9, -1)}x`, '%00', '-']) {
      for (const path of [`/present/${guess}`, `/present/${guess}/events`])
        expect((await fetch(address() + path)).status, path).toBe(404);
    }
    await end(host);
  });

  it('gives nothing away before the reveal, in no byte, and all after it', async () => {
    const { host, present } = await startQuiz(address(), '/quiz 1 50s lobby 5m');
    await joinAs(address(), 'Ada');
    await joinAs(address(), 'Bo');
    await host.press(/^begin:/);
    await until(async () => expect(await read(present)).toContain('class="options"'));
    const before = await read(present);
    const { questions } = await loadBank(ownBank);
    const plain = (text: string) => text.replace(/&[^;]+;|<[^>]+>|[^\p{L}\p{N}]/gu, '');
    const shown = plain(before);
    // Many begin with the same words, so it is known by its options.
    const item = questions
      .flatMap(({ items }) => items)
      .find(({ stem, options }) =>
        [stem, ...options.map(({ text }) => text)].every((text) => shown.includes(plain(text))),
      );
    expect(item).toBeDefined();
    for (const { why } of item?.options ?? []) expect(shown).not.toContain(plain(why));
    const [first, ...others] = [...before.matchAll(/<li class="option place-\d">/g)].map(([tag]) =>
      tag.replace(/\d/, ''),
    );
    expect(others).toEqual([first, first, first]);
    // The question's own words may speak of what is right; nothing around them does.
    const around = withoutStyle(before).replace(/(?<=<(h1|pre|ol)\b[^>]*>)[\s\S]*?(?=<\/\1>)/g, '');
    expect(around).toContain('class="options"');
    expect(around).not.toMatch(/right|correct|wrong/i);
    await host.type('/quiz skip');
    await until(async () => expect(await read(present)).toMatch(/option place-\d right/));
    const right = item?.options.find(({ correct }) => correct);
    expect(plain(await read(present))).toContain(plain(right?.why ?? 'nothing'));
    await until(async () => expect(await read(present)).toContain('Nobody scored a point.'));
  });

  it('counts answers and goes on by itself, also over a restart, and tells of a pause and of the end', async () => {
    const { host, present } = await startQuiz(address(), '/quiz 1 50s lobby 5m');
    const [ada, bo] = [await joinAs(address(), 'Ada'), await joinAs(address(), 'Bo')];
    await joinAs(address(), 'Cy');
    const response = await fetch(`${address()}${present}/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hears = async (wanted: RegExp) => {
      while (!wanted.test(heard)) heard += (await reader?.read())?.value ?? '';
      heard = '';
    };
    await hears(/Ada[\s\S]*Bo[\s\S]*Cy/);
    await host.press(/^begin:/);
    await hears(/<b>0<\/b> of 4 answered/);
    const asPlayer = (path: string | null, button: RegExp) => pressAt(path ?? '', button);
    await asPlayer(ada.path, /^pick:.*:0$/);
    await hears(/<b>1<\/b> of 4 answered/);
    await reader?.cancel();
    await restart();
    expect(await read(present)).toContain('<b>1</b> of 4 answered');
    await host.type('/quiz pause');
    await until(async () => expect(await read(present)).toContain('<h1>Paused</h1>'));
    expect(await read(present)).not.toContain('class="options"');
    await host.type('/quiz resume');
    await asPlayer(bo.path, /^pick:.*:1$/);
    await until(async () => expect(await read(present)).toContain('<b>2</b> of 4 answered'));
    await stop(host);
    await until(async () => expect(await read(present)).toContain('The quiz was stopped early'));
  });

  it('leads to the next quiz of the same host there, for whoever has the address of the last', async () => {
    const { host, present } = await startQuiz(address(), '/quiz 2 50s lobby 5m');
    const screen = await listen(`${address()}${present}/events`);
    await screen.until(/event: stage/);
    await end(host);
    await screen.until(/It was called off before it began/);
    await host.press(/^rematch:/);
    const heard = await screen.until(/event: next\n/);
    const next = /event: next\ndata: (\S+)/.exec(heard)?.[1] ?? '';
    expect(next).toMatch(/^\/present\/[\w-]+$/);
    expect(next).not.toBe(present);
    expect(await read(next)).toContain('Begins in');
    const loaded = await fetch(address() + present, { redirect: 'manual' });
    expect([loaded.status, loaded.headers.get('location')]).toEqual([303, next]);
    // Half of an address leads nowhere, now as before.
    expect((await fetch(`${address()}${present.slice(0, -1)}`, { redirect: 'manual' })).status).toBe(404);
    await screen.close();
    await end(host);
    // Afterwards each shows its own result.
    expect((await fetch(address() + present, { redirect: 'manual' })).status).toBe(200);
  });

  it('does not lead to the quiz of another host', async () => {
    const { host, present } = await startQuiz(address(), '/quiz 2 50s lobby 5m');
    await end(host);
    const other = await startQuiz(address(), '/quiz 1 50s lobby 5m');
    const loaded = await fetch(address() + present, { redirect: 'manual' });
    expect([loaded.status, await loaded.text()]).toEqual([200, expect.not.stringContaining(other.present)]);
    await end(other.host);
  });
});

/** Presses a button on the page of a player who has joined by the link. */
async function pressAt(path: string, button: RegExp): Promise<void> {
  const page = await read(path);
  const values = [...page.matchAll(/hx-vals="([^"]+)"/g)]
    .map(([, text = '']) => JSON.parse(text.replaceAll('&quot;', '"')))
    .findLast((each) => button.test(each.button ?? ''));
  const headers = { origin: address() };
  const body = new URLSearchParams(values);
  const pressed = await fetch(`${address()}${path.split('/').slice(0, 3).join('/')}/press`, {
    method: 'POST',
    body,
    headers,
  });
  expect(pressed.ok).toBe(true);
}

/** Waits until the page of a player who has joined by the link is told something in a line that nothing keeps. */
async function hears(path: string | null, words: string): Promise<void> {
  const live = await listen(`${address()}${path}/events?since=0`);
  await live.until(new RegExp(`event: acknowledgement\\ndata: .*${words}`));
  await live.close();
}

describe('joining by the link', () => {
  it('takes a name and leads into the quiz’s thread, where one is in', async () => {
    const { host, present } = await startQuiz(address(), '/quiz 1 50s lobby 5m');
    const { status, path } = await joinAs(address(), '  Grace \u202e Hopper ');
    expect([status, path]).toEqual([303, expect.stringMatching(/^\/p\/[\w-]{22}\/general\/thread\/\d+$/)]);
    await hears(path, 'You are in');
    expect(await read(path ?? '')).toContain('Grace Hopper</b>');
    expect(await read(present)).toContain('<li>Grace Hopper</li>');
    await end(host);
  });

  it('makes one player of a form that is sent twice, and tells two of one name apart', async () => {
    const { host, present } = await startQuiz(address(), '/quiz 1 50s lobby 5m');
    const ticket = await ticketOf(address());
    const [first, second] = await Promise.all([joinAs(address(), 'Ada', ticket), joinAs(address(), 'Ada', ticket)]);
    expect(first.path).toBe(second.path);
    await Promise.all([joinAs(address(), 'ada'), joinAs(address(), 'Ada')]);
    const names = [...(await read(present)).matchAll(/<li>([^<]+)<\/li>/g)].map(([, name]) => name);
    expect(
      names
        .filter((name) => /^ada/i.test(name ?? ''))
        .map((name) => name?.toLowerCase())
        .toSorted(),
    ).toEqual(['ada', 'ada 2', 'ada 3']);
    await end(host);
  });

  it('says what is wrong with a name, and keeps what is hostile in it as text', async () => {
    const { host, present } = await startQuiz(address(), '/quiz 1 50s lobby 5m');
    const blank = await joinAs(address(), ' \u200b ');
    expect([blank.status, blank.page]).toEqual([
      422,
      expect.stringContaining('A name needs something that can be seen.'),
    ]);
    await joinAs(address(), '<img src=x onerror=alert(1)>');
    expect(await read(present)).toContain('&lt;img src=x onerror=alert(1)&gt;');
    await end(host);
  });

  it('is possible after the beginning, and not without a quiz', async () => {
    const none = await joinAs(address(), 'Ada', 'x'.repeat(22));
    expect([none.status, none.page]).toEqual([422, expect.stringContaining('No quiz is running in #general')]);
    expect((await fetch(`${address()}/join/nowhere`)).status).toBe(404);
    expect((await fetch(`${address()}/join/direct`)).status).toBe(404);
    const { host, present } = await startQuiz(address(), '/quiz 1 50s lobby 5m');
    await joinAs(address(), 'Ada');
    await joinAs(address(), 'Bo');
    await host.press(/^begin:/);
    await until(async () => expect(await read(present)).toContain('class="options"'));
    expect(await read('/join/general')).toContain('question 1 of 1. You can still join');
    const late = await joinAs(address(), 'Late');
    expect(late.status).toBe(303);
    await hears(late.path, 'You are in');
    await until(async () => expect(await read(present)).toMatch(/of 4 answered/));
    await end(host);
  });

  it('lets nobody control the quiz of another', async () => {
    const { host, present } = await startQuiz(address(), '/quiz 1 50s lobby 5m');
    const guest = await joinAs(address(), 'Ada');
    await hears(guest.path, 'You are in');
    await pressAt(guest.path ?? '', /^begin:/);
    await hears(guest.path, 'its host, or somebody who manages');
    expect(await read(present)).toContain('Begins in');
    await end(host);
  });

  it('cannot be done by a page of another site', async () => {
    const ticket = await ticketOf(address());
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      {},
    ] as HeadersInit[]) {
      const body = new URLSearchParams({ name: 'Forged', ticket });
      expect((await fetch(`${address()}/join/general`, { method: 'POST', body, headers })).status).toBe(403);
    }
  });
});
