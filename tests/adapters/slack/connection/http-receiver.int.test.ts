import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App, Logger, ReceiverEvent } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttpReceiver } from '../../../../src/adapters/slack/connection/http-receiver.ts';
import { SignedSender } from '../../../simulators/slack/signed-sender.ts';

const secret = 'simulated-signing-secret';
const logged: string[] = [];
const logger = { warn: () => {}, error: (line: string) => void logged.push(line) } as unknown as Logger;

const { receiver, take } = createHttpReceiver({ signingSecret: secret, logger, now: () => Date.now() / 1000 });
const server = createServer(take);
let port = 0;

beforeEach(async () => {
  logged.length = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

/** What happens with an event is up to the test. */
function onEvent(process: (event: ReceiverEvent) => Promise<void>): void {
  receiver.init({ processEvent: process } as App);
}

function send(): Promise<number | undefined> {
  const { headers, body } = new SignedSender('', secret).sign('command=%2Fa&text=b');
  return new Promise((resolve, reject) => {
    const sending = request({ port, method: 'POST', headers: headers as Record<string, string> }, (response) =>
      resolve(response.resume().statusCode),
    );
    sending.on('error', reject).end(body);
  });
}

describe('an event that is handed to Bolt', () => {
  it('is answered with 404 when nobody acknowledges it for 3 s, and a later acknowledgement fails', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { promise, resolve } = Promise.withResolvers<ReceiverEvent>();
    onEvent(async (event) => resolve(event));
    const status = send();
    const { ack } = await promise;
    vi.advanceTimersByTime(3001);
    expect(await status).toBe(404);
    await expect(ack()).rejects.toThrow('acknowledged twice, or too late');
    expect(logged).toHaveLength(1);
  });

  it('is answered with 500 when Bolt fails on it', async () => {
    onEvent(() => Promise.reject(new Error('out of order')));
    expect(await send()).toBe(500);
    expect(logged).toEqual(['Bolt failed on an event: Error: out of order']);
  });

  it('may be acknowledged with nothing, with words or with a message', async () => {
    for (const answer of [undefined, '', 'words', { text: 'a message' }, Object.freeze({ text: 'a constant' })]) {
      onEvent(async ({ ack }) => ack(answer));
      expect(await send()).toBe(200);
    }
  });
});
