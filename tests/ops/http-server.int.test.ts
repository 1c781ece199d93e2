import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpServer } from '../../src/ops/http-server.ts';
import { startHttpServer } from '../../src/ops/http-server.ts';

const servers: HttpServer[] = [];

async function start(isReady: () => Promise<boolean>, port = 0, host = '127.0.0.1'): Promise<HttpServer> {
  const server = await startHttpServer({
    host,
    port,
    routes: { '/hook': (_, response) => response.end('hooked') },
    otherwise: null,
    isReady: async () => ({ ready: await isReady(), state: { database: 'answers' } }),
  });
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('the HTTP server', () => {
  it('serves a route whatever its query string, and 404 elsewhere', async () => {
    const { address } = await start(async () => true);
    expect(await (await fetch(`${address}/hook?x=1`)).text()).toBe('hooked');
    for (const path of ['/', '/constructor', '/hook/']) expect((await fetch(address + path)).status).toBe(404);
  });

  it('is alive before it is ready', async () => {
    let ready = false;
    const { address } = await start(async () => ready);
    const status = async (path: string) => (await fetch(address + path)).status;
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503]);
    ready = true;
    const answer = await fetch(`${address}/readyz`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ready: true, database: 'answers' });
  });

  it('is not ready when nobody can tell', async () => {
    const { address } = await start(() => Promise.reject(new Error('The database is gone.')));
    const answer = await fetch(`${address}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ ready: false });
  });

  it('closes although a request is never answered, and after those that are', async () => {
    const held: ServerResponse[] = [];
    const server = await startHttpServer({
      host: '127.0.0.1',
      port: 0,
      routes: { '/hook': (_, response) => void held.push(response) },
      otherwise: null,
      isReady: async () => ({ ready: true, state: {} }),
    });
    const asked = Promise.allSettled([fetch(`${server.address}/hook`), fetch(`${server.address}/hook`)]);
    await expect.poll(() => held.length).toBe(2);
    const closed = server.close();
    held[0]?.end('late');
    expect((await asked).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await closed;
  });

  it('names the variable when the port is taken', async () => {
    const { address } = await start(async () => true);
    await expect(start(async () => true, Number(new URL(address).port))).rejects.toMatchObject({
      code: 'port',
      hint: expect.stringContaining('PORT'),
    });
  });

  it.each(['192.0.2.1', 'no-such-name.invalid'])('names the variable when %s is not this machine', async (host) => {
    await expect(start(async () => true, 0, host)).rejects.toMatchObject({
      code: 'host',
      message: `HOST is ${host}, which is no address of this machine.`,
      hint: expect.stringContaining('127.0.0.1'),
    });
  });
});
