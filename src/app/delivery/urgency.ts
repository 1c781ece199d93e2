import type { Outgoing } from '../store/outbox.ts';

/** How much something that is to be sent can wait, from what cannot to what nobody misses. */
export const urgencies = ['reveal', 'play', 'channel', 'aside', 'change', 'progress', 'leftover'] as const;

export type Urgency = (typeof urgencies)[number];

export type Patience = {
  /** Milliseconds by which everything more urgent that comes later still goes first. */
  readonly allowance: number;
  /** Until then it leaves this share of a burst to what is more urgent. */
  readonly spares: number;
};

/** What may be dropped never waits, so that a reveal never finds it ahead. */
export const patienceOf: Readonly<Record<Urgency, Patience>> = {
  reveal: { allowance: 0, spares: 0 },
  play: { allowance: 15_000, spares: 0.4 },
  channel: { allowance: 20_000, spares: 0.45 },
  aside: { allowance: 30_000, spares: 0.5 },
  change: { allowance: 60_000, spares: 0.4 },
  progress: { allowance: 120_000, spares: 0.6 },
  leftover: { allowance: 600_000, spares: 0.6 },
};

/**
 * `reveal`: it may be posted rather than wait. `play`: a post in a thread, the next question or the result. `channel`: a
 * post in a channel. `aside`: one that holds up nothing, in a lane of its own. `change`: an edit. `progress`: an edit that
 * may be dropped. `leftover`: an edit that comes last.
 */
export function urgencyOf({ id, lane, thread, errand, pressed }: Outgoing): Urgency {
  if (errand.kind === 'edit') {
    const ofEdits = { post: 'reveal', wait: 'change', drop: 'progress', last: 'leftover' } as const;
    return ofEdits[pressed];
  }
  if (lane === id) return 'aside';
  return thread === null ? 'channel' : 'play';
}
