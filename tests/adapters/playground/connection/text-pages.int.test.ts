import { expect, it, onTestFinished } from 'vitest';
import { createWebListener } from '../../../../src/adapters/playground/connection/web-listener.ts';
import type { Presenting } from '../../../../src/app/quiz/presenting.ts';
import { readTexts } from '../../../../src/listing/texts.ts';
import { startHttpServer } from '../../../../src/ops/http-server.ts';
import { shipped } from '../../../search/bank.ts';

const operator = { operator: 'Example <b>Ltd</b>', contact: 'help@bot.example', law: 'Norway' };

async function serve(): Promise<(path: string) => Promise<string>> {
  const { pages } = await readTexts({ folder: 'texts', operator, subject: shipped.subject, address: null });
  const { listener, stop } = createWebListener({
    banks: () => [shipped],
    complete: () => [],
    related: () => [],
    random: () => 0.5,
    boards: null,
    statistics: async () => [],
    presenting: {
      show: async () => null,
      watch: () => () => {},
      joinable: async () => null,
      results: async () => null,
    } satisfies Presenting,
    progress: { progress: async () => null, file: async () => null },
    texts: pages,
  });
  const isReady = async () => ({ ready: true, state: {} });
  const server = await startHttpServer({ host: '127.0.0.1', port: 0, routes: {}, otherwise: listener, isReady });
  onTestFinished(async () => {
    stop();
    await server.close();
  });
  return async (path) => (await fetch(`${server.address}${path}`, { headers: { accept: 'text/html' } })).text();
}

it('tell at public addresses what the bot is, how to get help, what becomes of data, and the terms', async () => {
  const read = await serve();
  expect(await read('/')).toContain('<h1>PyTorch interview questions, in your chat</h1>');
  expect(await read('/about')).toContain('<h2>How to begin</h2>');
  expect(await read('/support')).toContain('<a href="mailto:help@bot.example"');
  const privacy = await read('/privacy');
  expect(privacy).toContain('Example &lt;b&gt;Ltd&lt;/b&gt; runs this bot');
  expect(privacy).toContain('<h2>What you can do</h2>');
  expect(await read('/terms')).toContain('The law of Norway applies.');
  for (const path of ['/', '/questions', '/nowhere']) {
    expect(await read(path)).toMatch(/<footer.*href="\/about".*href="\/support".*href="\/privacy".*href="\/terms"/);
  }
});
