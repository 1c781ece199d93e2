import type { Registry } from 'prom-client';
import { Counter, collectDefaultMetrics, Histogram, Registry as PrometheusRegistry } from 'prom-client';
import type { Messenger } from '../app/messenger.ts';
import type { Application } from '../app/ports.ts';

/** What is counted about a run, for Prometheus. No name, no text and no id of anybody is in it. */
export type Metrics = {
  /** The same application, counted. */
  readonly ofApplication: (application: Application) => Application;
  /** The same messenger, counted. */
  readonly ofMessenger: (platform: string, messenger: Messenger) => Messenger;
  readonly contentType: string;
  readonly text: () => Promise<string>;
};

/** In seconds; what a person waits for lies in the middle. */
const buckets = [0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5];

export function createMetrics(): Metrics {
  const registry: Registry = new PrometheusRegistry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const events = new Counter({
    name: 'bot_events_total',
    help: 'Commands and presses, by platform and kind.',
    labelNames: ['platform', 'kind'],
    registers,
  });
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

  return {
    ofApplication: (application) => ({
      ...application,
      respond: (inbound) => {
        const kind = inbound.kind === 'command' ? inbound.command.kind : 'press';
        events.inc({ platform: inbound.caller.scope.split(':')[0] ?? '', kind });
        const end = answering.startTimer();
        try {
          return application.respond(inbound);
        } finally {
          end();
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
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
