import type { Clock } from '../clock.ts';
import type { Connection } from '../connection.ts';
import { settleWithin } from '../deadline.ts';
import type { Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { LiveQuizzes } from './live-quizzes.ts';

/** Another process has heard a part of a platform just now, if it said so within this time (ms). */
const fresh = 2000;

/** Longest (ms) that a click which the platform repeats waits for the end of the outage. */
const longestWait = 2500;

type Options = { readonly store: Store; readonly live: LiveQuizzes; readonly clock: Clock; readonly log: Log };

/**
 * Times in which nothing that people did could arrive, at any process: questions do not close in them, and their time is
 * given back. Only quizzes on the lost part of the platform are touched.
 */
export type Outages = {
  readonly watch: (platform: string, connection: Connection) => void;
  /** True while this process does not hear some part of a platform. */
  readonly isAny: () => boolean;
  /** Since when, by the steady clock, nobody hears the people of a channel; null while somebody does. */
  readonly deafSince: (quiz: string, channel: string) => Promise<number | null>;
  /** The time of a quiz was given back until now (steady clock), though the outage goes on. */
  readonly noteGivenBack: (quiz: string, now: number) => void;
  /** Resolves when the time of an outage has been given back, or it takes too long. */
  readonly over: (channel: string) => Promise<void>;
  /** The parts that this process hears. */
  readonly heard: () => readonly string[];
};

/** A part that this process does not hear; `since` by the steady clock. */
type Lost = { readonly since: number; readonly ended: PromiseWithResolvers<void> };

export function createOutages({ store, live, clock, log }: Options): Outages {
  const connections = new Map<string, Connection>();
  const heard = new Set<string>();
  const lost = new Map<string, Lost>();
  const givenBack = new Map<string, number>();

  function partOf(channel: string): string | null {
    return connections.get(channel.split(':')[0] ?? '')?.partOf(channel) ?? null;
  }

  /** When it was heard last by anybody else, by the steady clock of this process. */
  async function heardElsewhere(part: string): Promise<number> {
    const last = await store.lastHeard(part);
    return last === null ? Number.NEGATIVE_INFINITY : clock.steady() - Math.max(0, clock.wall() - last);
  }

  /** Gives back what every quiz there has lost, then lets its timers go on. */
  async function giveBack(part: string, outage: Lost): Promise<void> {
    const from = Math.max(outage.since, await heardElsewhere(part));
    await store.beat(clock.wall(), [part]);
    const quizzes = await store.transact((unit) => unit.quizzes.live());
    const now = clock.steady();
    for (const { id } of quizzes.filter(({ channel }) => partOf(channel) === part)) {
      const since = Math.max(from, givenBack.get(id) ?? Number.NEGATIVE_INFINITY);
      givenBack.delete(id);
      await live.handle(id, { kind: 'heard', lost: Math.max(0, now - since) }, now);
    }
  }

  async function end(part: string, outage: Lost): Promise<void> {
    try {
      await giveBack(part, outage);
    } catch (error) {
      log.error({ err: error, part }, 'The time that quizzes lost in an outage could not be given back.');
    } finally {
      if (lost.get(part) === outage) lost.delete(part);
      outage.ended.resolve();
    }
  }

  return {
    watch: (platform, connection) => {
      connections.set(platform, connection);
      connection.watch({
        lost: (part, ago) => {
          heard.delete(part);
          lost.set(part, { since: clock.steady() - ago, ended: Promise.withResolvers() });
        },
        heard: (part) => {
          heard.add(part);
          const outage = lost.get(part);
          if (outage !== undefined) void end(part, outage);
        },
        ended: () => {},
      });
    },
    isAny: () => lost.size > 0,
    deafSince: async (quiz, channel) => {
      const part = partOf(channel);
      const outage = part === null ? undefined : lost.get(part);
      if (part === null || outage === undefined) return null;
      const elsewhere = await heardElsewhere(part);
      if (clock.steady() - elsewhere < fresh) return null;
      return Math.max(outage.since, elsewhere, givenBack.get(quiz) ?? Number.NEGATIVE_INFINITY);
    },
    noteGivenBack: (quiz, now) => void givenBack.set(quiz, now),
    over: async (channel) => {
      const outage = lost.get(partOf(channel) ?? '');
      if (outage !== undefined) await settleWithin(outage.ended.promise, longestWait);
    },
    heard: () => [...heard],
  };
}
