import type { Registry } from 'prom-client';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry as PrometheusRegistry } from 'prom-client';
import type { Connection } from '../app/connection.ts';
import type { Messenger } from '../app/delivery/messenger.ts';
import type { Application } from '../app/ports.ts';
import { measureConnections } from './connection-metrics.ts';

/** What is counted, for Prometheus. It contains no names, texts or ids of people. */
export type Metrics = {
  /** Wraps an application and counts what it does. */
  readonly ofApplication: (application: Application) => Application;
  /** Wraps a messenger and counts what it does. */
  readonly ofMessenger: (platform: string, messenger: Messenger) => Messenger;
  /** Reports whether a platform is connected, asked whenever the metrics are. */
  readonly watch: (platform: string, connection: Connection) => void;
  /** Reports which time zone rules apply, and whether newer ones are known. */
  readonly noteZones: (zones: {
    readonly version: string;
    readonly source: string;
    readonly outdated: boolean;
  }) => void;
  readonly contentType: string;
  readonly text: () => Promise<string>;
};

/** In seconds; typical response times lie in the middle. */
const buckets = [0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5];

export function createMetrics(): Metrics {
  const registry: Registry = new PrometheusRegistry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const countEvent = createEventCounter(registers);
  const answering = new Histogram({
    name: 'bot_answer_seconds',
    help: 'Time to decide on an answer; what takes the database goes on after the acknowledgement.',
    buckets,
    registers,
  });
  const deliveries = new Counter({
    name: 'bot_deliveries_total',
    help: 'Attempts to send, edit or thread a message, by platform and how they ended.',
    labelNames: ['platform', 'call', 'outcome'],
    registers,
  });

  const zones = new Gauge({
    name: 'bot_time_zone_rules_info',
    help: 'Always 1; the labels say which time zone rules local times go by, and where they come from.',
    labelNames: ['version', 'source'],
    registers,
  });
  const zonesOutdated = new Gauge({
    name: 'bot_time_zone_rules_outdated',
    help: '1 if this version of the bot knows of newer time zone rules than any at hand.',
    registers,
  });

  return {
    ofApplication: (application) => ({
      ...application,
      respond: (inbound) => {
        const kind = inbound.kind === 'command' ? inbound.command.kind : 'press';
        countEvent(inbound.caller.scope.split(':')[0] ?? '', kind);
        const began = performance.now();
        try {
          return application.respond(inbound);
        } finally {
          answering.observe((performance.now() - began) / 1000);
        }
      },
    }),
    ofMessenger: (platform, messenger) => {
      const counted =
        <Arguments extends unknown[]>(
          call: string,
          send: (...given: Arguments) => ReturnType<Messenger['post']>,
        ): ((...given: Arguments) => ReturnType<Messenger['post']>) =>
        async (...given) => {
          const delivery = await send(...given);
          deliveries.inc({ platform, call, outcome: delivery.kind });
          return delivery;
        };
      return {
        ...messenger,
        post: counted('post', messenger.post),
        edit: counted('edit', messenger.edit),
        openThread: counted('thread', messenger.openThread),
      };
    },
    watch: measureConnections(registry),
    noteZones: ({ version, source, outdated }) => {
      zones.set({ version, source }, 1);
      zonesOutdated.set(Number(outdated));
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

/**
 * Counts events by platform and kind, and hands the counts to the library when it is asked for them: it takes longer for each
 * than finding the answer to a query that was asked before.
 */
function createEventCounter(registers: Registry[]): (platform: string, kind: string) => void {
  const waiting = new Map<string, { readonly platform: string; readonly kind: string; count: number }>();
  new Counter({
    name: 'bot_events_total',
    help: 'Commands and presses, by platform and kind.',
    labelNames: ['platform', 'kind'],
    registers,
    collect() {
      for (const { count, ...labels } of waiting.values()) this.inc(labels, count);
      waiting.clear();
    },
  });
  return (platform, kind) => {
    const key = `${platform} ${kind}`;
    const known = waiting.get(key);
    if (known === undefined) waiting.set(key, { platform, kind, count: 1 });
    else known.count += 1;
  };
}
