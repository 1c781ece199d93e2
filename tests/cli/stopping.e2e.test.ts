import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { silent } from '../silent.ts';

async function ask(agent: Agent, url: string): Promise<IncomingMessage> {
  const [response] = await once(get(url, { agent }), 'response');
  return response;
}

describe('a bot that is told to stop', () => {
  let directory = '';
  const undo: (() => void)[] = [];
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'stopping-'));
  });
  afterEach(async () => {
    for (const step of undo.splice(0)) step();
    await rm(directory, { recursive: true });
  });

  const location = () => ({ kind: 'sqlite', path: join(directory, 'bot.sqlite') }) as const;

  /** Started as the script of package.json says, or by npm itself. Resolves when it is ready. */
  async function start(by: 'node' | 'npm') {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
    const [command = '', ...args] = by === 'npm' ? ['npm', 'start'] : scripts.start.replace(/^exec /, '').split(' ');
    const env = { PATH: process.env['PATH'], HOME: directory, DATABASE_URL: `file:${location().path}`, PORT: '0' };
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const closed = once(child, 'close');
    const group = (signal: NodeJS.Signals) => process.kill(-(child.pid ?? 0), signal);
    undo.push(() => {
      try {
        group('SIGKILL');
      } catch {
        // All of them are gone, as they should be.
      }
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    }
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', () => {
        const found = /^The playground is at (\S+)$/m.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('close', () => reject(new Error(`The bot did not start: ${output}`)));
    });
    return { child, closed, group, address, output: () => output };
  }

  /** What a browser holds open for one tab: kept-alive connections, the stream of changes, and one it has made in advance. */
  async function openTab(address: string): Promise<void> {
    const agent = new Agent({ keepAlive: true });
    undo.push(() => agent.destroy());
    const page = await ask(agent, `${address}/`);
    page.resume();
    await once(page, 'end');
    await follow(agent, `${address}${page.headers.location}/events?since=0`);
    const style = await ask(agent, `${address}/healthz`);
    style.resume();
    await once(style, 'end');
    await openSocket(address, '');
  }

  /** Reads the stream of changes, and asks for it again when it ends, on the same connection, as browsers do. */
  async function follow(agent: Agent, url: string): Promise<void> {
    const events = await ask(agent, url);
    expect(events.headers['content-type']).toBe('text/event-stream');
    events.on('error', () => {}).resume();
    events.on('end', () => void follow(agent, url).catch(() => {}));
  }

  async function openSocket(address: string, sent: string): Promise<Socket> {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.on('error', () => {});
    undo.push(() => socket.destroy());
    await once(socket, 'connect');
    socket.write(sent);
    return socket;
  }

  async function expectClosed(): Promise<void> {
    const store = await openStore(location(), { owner: 'test', log: silent });
    await store.close();
    // A database that was closed in order has no log of writes beside it.
    await expect(access(`${location().path}-wal`)).rejects.toThrow();
  }

  it('ends with 20 tabs open, and with a request that never ends', async () => {
    const bot = await start('node');
    await Promise.all(Array.from({ length: 20 }, () => openTab(bot.address)));
    await openSocket(bot.address, 'POST /p/x/press HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nhalf');
    await openSocket(bot.address, 'GET / HTTP/1.1\r\nHo');
    bot.child.kill('SIGTERM');
    expect(await bot.closed).toEqual([0, null]);
    await expectClosed();
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends under npm, which waits for it, at %s', async (signal) => {
    const bot = await start('npm');
    await openTab(bot.address);
    bot.child.kill(signal);
    expect(await bot.closed).toEqual([0, null]);
    await expectClosed();
  });

  it('ends under npm at Ctrl+C, which the terminal tells npm and the bot, and npm the bot once more', async () => {
    const bot = await start('npm');
    await openTab(bot.address);
    bot.group('SIGINT');
    expect(await bot.closed).toEqual([0, null]);
    await expectClosed();
  });
});
