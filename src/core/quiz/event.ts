import type { TimerName } from './effect.ts';
import type { Choice, Person } from './state.ts';

/** A command of the host, or of a channel manager. One that is older than the last one obeyed is stale. */
export type HostEvent = {
  readonly user: string;
  readonly byManager: boolean;
  /** The platform's timestamp, UTC ms; null if there is none. */
  readonly at: number | null;
} & (
  | { readonly kind: 'start' | 'pause' | 'resume' }
  /** `during`: the moment (`momentOf`) it is meant for; any moment if left out. */
  | { readonly kind: 'stop'; readonly during?: string }
  /** Names what it skips, so that two people who press at once do not skip two things. */
  | { readonly kind: 'skip'; readonly what: 'question' | 'reveal'; readonly no: number }
);

export type JoinEvent = Person & {
  readonly kind: 'join';
  /** The preferred team, counted from 0; null for any. */
  readonly team: number | null;
};

export type AnswerEvent = Person & {
  readonly kind: 'answer';
  readonly no: number;
  readonly choice: Choice;
  /** The platform's timestamp of the click, UTC ms. */
  readonly at: number;
  /** Another accepted answer to this question follows, so it is not closed before that. */
  readonly more?: boolean;
};

export type PostedEvent = {
  readonly kind: 'posted';
  readonly no: number;
  /** The platform's timestamp of the question's message, UTC ms. */
  readonly at: number;
  /** The message was visible for a while before we knew, and answers were rejected meanwhile. */
  readonly late: boolean;
};

export type TimerEvent = { readonly kind: 'timer'; readonly timer: TimerName; readonly no: number };

/** Everything that can happen to a quiz. Instants are UTC ms; `no` counts questions from 0. */
export type QuizEvent =
  | JoinEvent
  | { readonly kind: 'leave'; readonly user: string }
  /** They want to be forgotten; their recorded answers are deleted in the same unit. */
  | { readonly kind: 'forget'; readonly user: string }
  | HostEvent
  | AnswerEvent
  | PostedEvent
  | TimerEvent
  /**
   * The bot can no longer post; `reason` says which permission is missing. `gone`: the thread or channel is gone for
   * good.
   */
  | { readonly kind: 'lost'; readonly reason: string }
  /** No process looked after the quiz for the last `lost` ms. */
  | { readonly kind: 'recovered'; readonly lost: number }
  /** For the last `lost` ms nothing that people did could arrive; now it can again. */
  | { readonly kind: 'heard'; readonly lost: number }
  /** The same, and it still cannot: the quiz waits no longer. */
  | { readonly kind: 'unheard'; readonly lost: number };
