import type { Client } from 'discord.js';
import { Events } from 'discord.js';
import type { ConnectionReports, Trouble } from '../../../app/connection.ts';
import { toCloseFault } from './close-fault.ts';

/**
 * Discord confirms a heartbeat every 41 s (https://discord.com/developers/docs/events/gateway#sending-heartbeats). A shard
 * that was silent for longer (ms) than this had no connection since, though it was noticed only now.
 */
const longestSilence = 60_000;

const trouble: Trouble = {
  problem: 'Discord’s gateway cannot be reached.',
  cure: 'It is tried again by itself. If that does not help, look at https://discordstatus.com and at the network (WebSocket).',
};

/** The part of Discord over which events of a server come; those of direct messages come over the first shard. */
export function partOfShard(shard: number, total: number): string {
  return `discord:${shard}/${total}`;
}

/** The same by one of our keys; https://discord.com/developers/docs/events/gateway#sharding-sharding-formula */
export function partOfKey(key: string, total: number): string {
  const server = /^discord:(\d{5,20})(?::|$)/.exec(key)?.[1];
  return partOfShard(server === undefined ? 0 : Number((BigInt(server) >> 22n) % BigInt(total)), total);
}

/** Reports when a shard is lost and found, and when Discord closes it for good. `now` in UTC ms. */
export function watchShards(client: Client, reports: ConnectionReports, now: () => number): void {
  const signs = new Map<number, number>();
  const part = (shard: number) => partOfShard(shard, client.options.shardCount ?? 1);
  const heard = (shard: number) => {
    signs.set(shard, now());
    reports.heard(part(shard));
  };
  client.on(Events.Raw, (_: unknown, shard: number) => void signs.set(shard, now()));
  client.on(Events.ShardReady, heard);
  client.on(Events.ShardResume, heard);
  client.on(Events.ShardReconnecting, (shard) => {
    const sign = Math.max(signs.get(shard) ?? 0, client.ws.shards.get(shard)?.lastPingTimestamp ?? 0);
    const silence = sign > 0 ? now() - sign : 0;
    reports.lost(part(shard), trouble, silence > longestSilence ? silence : 0);
  });
  client.on(Events.ShardDisconnect, ({ code }) => reports.ended(toCloseFault(code)));
}
