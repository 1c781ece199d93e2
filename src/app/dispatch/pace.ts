import { setBounded } from '../../core/bounded-map.ts';
import { type Bucket, fullBucket, type Rate, taken, waitFor } from '../delivery/token-bucket.ts';
import type { Application, Inbound, Outcome } from '../ports.ts';
import { channelPaceCard, personPaceCard } from '../views/pace.ts';
import { reply } from './feature.ts';

/** What one person may type: far more than somebody who reads the answers, far less than a program. */
export const personRate: Rate = { burst: 60, interval: 1_000 };

/** What all together may have posted in one channel by typing, where everybody has to scroll past it. */
export const channelRate: Rate = { burst: 20, interval: 3_000 };

/** People and channels whose last minute is known; who is forgotten begins with a full burst. */
const remembered = 10_000;

/**
 * Wraps an application so that nobody keeps it busy by typing: past the rate a person is told, privately, how long to wait, and
 * nothing else happens. Buttons and forms are not counted: answers to a quiz come by the hundred, and no press shows anything to
 * others twice. `steady`: a monotonic clock, ms.
 */
export function keepPace(application: Application, steady: () => number): Application {
  const people = createPaces(personRate);
  const channels = createPaces(channelRate);
  const respond = (inbound: Inbound): Outcome => {
    if (inbound.kind !== 'command') return application.respond(inbound);
    const { caller } = inbound;
    const now = steady();
    const wait = people.take(caller.user, now);
    if (wait > 0) return reply(personPaceCard(wait));
    const outcome = application.respond(inbound);
    if (!isForAll(outcome)) return outcome;
    const channelWait = channels.take(caller.channel, now);
    return channelWait > 0 ? reply(channelPaceCard(channelWait)) : outcome;
  };
  return { ...application, respond };
}

function isForAll(outcome: Outcome): boolean {
  if (outcome.kind === 'now') return outcome.reply.audience === 'channel';
  return outcome.kind === 'later' && outcome.audience === 'channel';
}

type Paces = {
  /** Takes one of what `key` may have; else gives how long (ms) to wait for the next, and takes nothing. */
  readonly take: (key: string, now: number) => number;
};

function createPaces(rate: Rate): Paces {
  const buckets = new Map<string, Bucket>();
  return {
    take: (key, now) => {
      const bucket = buckets.get(key) ?? fullBucket(rate, now);
      const wait = waitFor(bucket, rate, 1, now);
      if (wait === 0) setBounded(buckets, key, taken(bucket, rate, now), remembered);
      return wait;
    },
  };
}
