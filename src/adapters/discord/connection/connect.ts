import type { Client } from 'discord.js';
import { Events } from 'discord.js';
import { settleWithin } from '../../../app/deadline.ts';
import { toCloseFault } from './close-fault.ts';
import { toStartFault, unreachableFault } from './start-fault.ts';

/**
 * Logs in and waits until Discord is ready; returns the id of the application. Rejects with a Fault, also on timeout:
 * discord.js keeps trying for ever if the gateway does not answer. The caller must then still disconnect the client.
 */
export async function connect(client: Client, token: string, milliseconds: number): Promise<string> {
  const ready = new Promise<string>((resolve, reject) => {
    client.once(Events.ClientReady, ({ application: { id } }) => resolve(id));
    client.once(Events.ShardDisconnect, ({ code }) => reject(toCloseFault(code)));
  });
  ready.catch(() => {});
  const login = client.login(token);
  // It may still fail after the timeout, when nobody is listening any more.
  login.catch(() => {});
  let connected = false;
  try {
    connected = await settleWithin(Promise.all([login, ready]), milliseconds);
  } catch (error) {
    throw toStartFault(error);
  }
  if (connected) return ready;
  throw unreachableFault(`No session with Discord came about in ${milliseconds / 1000} s.`);
}
