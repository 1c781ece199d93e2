import type { TimerName } from './effect.ts';
import type { Choice, Person } from './state.ts';

/** An order of the host, or of somebody who may manage the channel. One that is older than the last obeyed is stale. */
export type HostEvent = {
  readonly user: string;
  readonly byManager: boolean;
  /** The platform's instant of it, UTC ms; null where there is none. */
  readonly at: number | null;
} & (
  | { readonly kind: 'start' | 'pause' | 'resume' }
  /** `during`: the moment (`momentOf`) for which it is meant; any when left out. */
  | { readonly kind: 'stop'; readonly during?: string }
  /** Names what it skips, so that two who press at once do not skip two things. */
  | { readonly kind: 'skip'; readonly what: 'question' | 'reveal'; readonly no: number }
);

export type JoinEvent = Person & {
  readonly kind: 'join';
  /** The team wished for, counted from 0; null: any. */
  readonly team: number | null;
};

export type AnswerEvent = Person & {
  readonly kind: 'answer';
  readonly no: number;
  readonly choice: Choice;
  /** The platform's instant of the click, UTC ms. */
  readonly at: number;
  /** Another answer to this question was accepted as well and follows: it is not closed before that. */
  readonly more?: boolean;
};

export type PostedEvent = {
  readonly kind: 'posted';
  readonly no: number;
  /** The platform's instant of the question's message, UTC ms. */
  readonly at: number;
  /** It stood there for a while before that was known, and whoever answered was turned away. */
  readonly late: boolean;
};

export type TimerEvent = { readonly kind: 'timer'; readonly timer: TimerName; readonly no: number };

/** Everything that can happen to a quiz. Instants are UTC ms; `no` counts questions from 0. */
export type QuizEvent =
  | JoinEvent
  | { readonly kind: 'leave'; readonly user: string }
  | HostEvent
  | AnswerEvent
  | PostedEvent
  | TimerEvent
  /** The bot can no longer post; `reason` names what is missing. From `gone`, its thread or channel, nothing comes back. */
  | { readonly kind: 'lost'; readonly reason: string }
  /** The quiz was not looked after for the last `lost` ms. */
  | { readonly kind: 'recovered'; readonly lost: number };
