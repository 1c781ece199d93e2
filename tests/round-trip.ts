import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Sends a few requests through this machine's network, one after the other. What was sent before has arrived by then, and
 * what waits for nothing has ended: so a test can look whether something that is to wait really does.
 */
export async function roundTrips(): Promise<void> {
  const server = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (let trip = 0; trip < 5; trip += 1) await (await fetch(`http://127.0.0.1:${port}/`)).text();
  server.closeAllConnections();
  server.close();
}
