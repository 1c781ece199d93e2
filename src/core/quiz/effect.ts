import type { OverReason, PauseReason } from './state.ts';

export const timers = ['lobby', 'close', 'reveal', 'pause'] as const;

export type TimerName = (typeof timers)[number];

/** What one player got for one question. Absolute, and said once for each player and question. */
export type AwardEntry = {
  readonly user: string;
  readonly name: string;
  readonly points: number;
  readonly correct: boolean;
};

/** What is to be done about a new state, in this order. `no` counts questions from 0. */
export type Effect =
  | { readonly kind: 'post-lobby' }
  /** Players or teams have changed, or the lobby is over. */
  | { readonly kind: 'edit-lobby' }
  /** Answered by the event `posted`, which starts the question's clock. Asked again after a pause, it is the same post. */
  | { readonly kind: 'post-question'; readonly no: number }
  /** How many have answered an open question, or whether its time runs, has changed; may be coalesced or dropped. */
  | { readonly kind: 'progress'; readonly no: number }
  /** `again`: a click that was in time came after the reveal, whose numbers have changed. */
  | { readonly kind: 'reveal'; readonly no: number; readonly again: boolean }
  | { readonly kind: 'award'; readonly no: number; readonly entries: readonly AwardEntry[] }
  /** Wake with the event `timer` at `due` (UTC ms, our clock). Replaces an earlier one of this name. */
  | { readonly kind: 'arm'; readonly timer: TimerName; readonly no: number; readonly due: number }
  | { readonly kind: 'disarm'; readonly timer: TimerName }
  | { readonly kind: 'say'; readonly what: 'paused'; readonly reason: PauseReason }
  | { readonly kind: 'say'; readonly what: 'resumed' }
  /** `again`: as with `reveal`; the result has changed. */
  | { readonly kind: 'finish'; readonly reason: OverReason; readonly again: boolean };
