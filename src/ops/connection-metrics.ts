import type { Registry } from 'prom-client';
import { Counter, Gauge } from 'prom-client';
import type { Connection } from '../app/connection.ts';

/** Reports how a platform is connected, asked whenever the metrics are, and counts how often that was lost. */
export function measureConnections(registry: Registry): (platform: string, connection: Connection) => void {
  const registers = [registry];
  const connections = new Map<string, Connection>();
  const connected = new Gauge({
    name: 'bot_platform_connected',
    help: '1 while events of the platform arrive and it takes what the bot sends, else 0; /readyz says why.',
    labelNames: ['platform'],
    registers,
    collect: () => {
      for (const [platform, { state }] of connections) connected.set({ platform }, Number(state().connected));
    },
  });
  const losses = new Counter({
    name: 'bot_platform_losses_total',
    help: 'How often the connection to the platform, or a part of it, was lost.',
    labelNames: ['platform'],
    registers,
  });
  return (platform, connection) => {
    connections.set(platform, connection);
    const count = () => losses.inc({ platform });
    connection.watch({ lost: count, heard: () => {}, ended: count });
  };
}
