import type { Delivery, Found, Messenger, Post, Posted } from '../../../src/app/delivery/messenger.ts';
import type { Card } from '../../../src/core/card.ts';

/** A message as it stands on the simulated platform. */
export type SeenMessage = Posted & {
  readonly key: string;
  /** The channel's key; `@user` for a person alone. */
  readonly where: string;
  readonly thread: string | null;
  card: Card;
  edits: number;
};

/** What happens to one call; `done-but-lost`: the platform does it and the answer never arrives. */
export type Fault = 'later' | 'own' | 'unknown' | 'done-but-lost' | 'forbidden' | 'gone' | 'no-edits';

/**
 * A platform without a network: what a messenger sends stands here, with the platform's own clock. It is what the
 * application sees of Slack or Discord; the adapters have simulators of their own.
 */
export class SimulatedPlatform {
  readonly messages: SeenMessage[] = [];
  readonly threads = new Set<string>();
  /** Names of scopes, by their keys. */
  readonly names = new Map<string, string>();
  readonly now: () => number;
  /** Asked before every call; null for no fault. */
  fault: (call: 'post' | 'edit' | 'openThread', key: string) => Fault | null = () => null;
  canLook = true;
  keyLifetime = 0;
  #ids = 1000;

  constructor(now: () => number) {
    this.now = now;
  }

  readonly messenger: Messenger = {
    patience: 20,
    aftermath: 20,
    keyLifetime: 0,
    rates: null,
    post: async (post) => this.#call('post', post.key, () => this.#append(post)),
    edit: async (_, message, card) =>
      this.#call('edit', message, () => {
        const seen = this.messages.find((candidate) => candidate.message === message);
        if (seen === undefined) throw new Error(`There is no message ${message}.`);
        seen.card = card;
        seen.edits += 1;
        return seen;
      }),
    openThread: async (_, message) =>
      this.#call('openThread', message, () => {
        this.threads.add(message);
        return { message, at: this.now() };
      }),
    find: async (post): Promise<Found> => {
      if (!this.canLook) return { kind: 'unseen' };
      const seen = this.messages.find(({ key }) => key === post.key);
      return seen === undefined
        ? { kind: 'absent' }
        : { kind: 'found', posted: { message: seen.message, at: seen.at } };
    },
    link: (channel, message) => `https://chat.example/${channel}/${message}`,
    threadLink: (channel, message) => `https://chat.example/${channel}/${message}/thread`,
    nameOf: async (scope) => this.names.get(scope) ?? null,
  };

  /** Messages in a channel itself, not in its threads. */
  in(channel: string): readonly SeenMessage[] {
    return this.messages.filter(({ where, thread }) => where === channel && thread === null);
  }

  /** Daily questions alone, without what the channel is told of who changes them. */
  questionsIn(channel: string): readonly SeenMessage[] {
    return this.in(channel).filter(({ key }) => key.startsWith('daily:'));
  }

  inThreads(channel: string): readonly SeenMessage[] {
    return this.messages.filter(({ where, thread }) => where === channel && thread !== null);
  }

  #append({ key, address, card }: Post): Posted {
    this.#ids += 1;
    const posted = { message: String(this.#ids), at: this.now() };
    const where = address.kind === 'person' ? `@${address.user}` : address.channel;
    const thread = address.kind === 'person' ? null : address.thread;
    this.messages.push({ ...posted, key, where, thread, card, edits: 0 });
    return posted;
  }

  #call(call: 'post' | 'edit' | 'openThread', key: string, effect: () => Posted): Delivery {
    const fault = this.fault(call, key);
    if (fault === 'later') return { kind: 'later', after: 30, reason: 'rate limit' };
    if (fault === 'own') return { kind: 'own', reason: 'invalid_auth' };
    if (fault === 'unknown') return { kind: 'unknown', reason: 'time-out' };
    if (fault === 'no-edits') return { kind: 'refused', why: 'forbidden', only: 'edits', reason: 'edit_window_closed' };
    if (fault === 'forbidden' || fault === 'gone') return { kind: 'refused', why: fault, reason: fault };
    const posted = effect();
    return fault === 'done-but-lost' ? { kind: 'unknown', reason: 'time-out' } : { kind: 'done', posted };
  }
}
