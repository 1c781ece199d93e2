import type { Choice } from './state.ts';

/** Why an event changed nothing. A value and not an exception, since people and platforms do such things every day. */
export type Refusal =
  /** The question was closed when it was clicked, or the click came after the grace period. */
  | { readonly kind: 'too-late' }
  /** The first choice counts: this one. */
  | { readonly kind: 'already-answered'; readonly choice: Choice }
  /** The question's message is not confirmed yet, so its clock has not started; try again after `posted`. */
  | { readonly kind: 'not-open' }
  /** The quiz is paused, or was at the time of the click. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'not-paused' }
  /** Only the host or a manager may do this. */
  | { readonly kind: 'not-host' }
  | { readonly kind: 'not-joined' }
  | { readonly kind: 'already-joined' }
  | { readonly kind: 'no-such-team' }
  /** A quiz cannot start without players. */
  | { readonly kind: 'nobody-joined' }
  /** The lobby is over. */
  | { readonly kind: 'already-started' }
  /** It is in the lobby, or over. */
  | { readonly kind: 'not-running' }
  /** The event belongs to another question or to an earlier deadline. */
  | { readonly kind: 'stale' };
