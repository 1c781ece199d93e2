import type { OverReason, PauseReason } from './state.ts';

export const timers = ['lobby', 'close', 'reveal', 'pause'] as const;

export type TimerName = (typeof timers)[number];

/** What one player earned for one question. Absolute, and emitted once for each player and question. */
export type AwardEntry = {
  readonly user: string;
  readonly name: string;
  readonly points: number;
  readonly correct: boolean;
};

/** The side effects of a new state, in this order. `no` counts questions from 0. */
export type Effect =
  | { readonly kind: 'post-lobby' }
  /** The players or teams changed, or the lobby ended. */
  | { readonly kind: 'edit-lobby' }
  /**
   * The event `posted` answers this and starts the question's clock. Asked again after a pause, it is the same post.
   */
  | { readonly kind: 'post-question'; readonly no: number }
  /** The number of answers to an open question changed, or whether its clock runs; may be coalesced or dropped. */
  | { readonly kind: 'progress'; readonly no: number }
  /** `again`: a click made in time arrived after the reveal, and its numbers have changed. */
  | { readonly kind: 'reveal'; readonly no: number; readonly again: boolean }
  | { readonly kind: 'award'; readonly no: number; readonly entries: readonly AwardEntry[] }
  /** Wake with the event `timer` at `due` (UTC ms, our clock). Replaces an earlier timer of the same name. */
  | { readonly kind: 'arm'; readonly timer: TimerName; readonly no: number; readonly due: number }
  | { readonly kind: 'disarm'; readonly timer: TimerName }
  | { readonly kind: 'say'; readonly what: 'paused'; readonly reason: PauseReason }
  | { readonly kind: 'say'; readonly what: 'resumed' }
  /** For `lost` ms nothing could arrive. */
  | { readonly kind: 'say'; readonly what: 'waited'; readonly lost: number }
  /** Somebody else is host now. */
  | { readonly kind: 'say'; readonly what: 'host' }
  /** `again`: as for `reveal`; the result has changed. */
  | { readonly kind: 'finish'; readonly reason: OverReason; readonly again: boolean };
