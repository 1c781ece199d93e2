import type { Choice } from './state.ts';

/** Why an event changed nothing. A value, since people and platforms do such things every day. */
export type Refusal =
  /** The question's time was over when it was clicked, or the click came after the grace. */
  | { readonly kind: 'too-late' }
  /** The first choice counts: this one. */
  | { readonly kind: 'already-answered'; readonly choice: Choice }
  /** The question's message has not been confirmed yet, so its clock does not run; ask again after `posted`. */
  | { readonly kind: 'not-open' }
  /** The quiz is paused, or was when it was clicked. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'not-paused' }
  /** Only the host or a manager may. */
  | { readonly kind: 'not-host' }
  | { readonly kind: 'not-joined' }
  | { readonly kind: 'already-joined' }
  | { readonly kind: 'no-such-team' }
  /** It cannot start without a player. */
  | { readonly kind: 'nobody-joined' }
  /** The lobby is over. */
  | { readonly kind: 'already-started' }
  /** It is in the lobby, or over. */
  | { readonly kind: 'not-running' }
  /** It belongs to another question or to an earlier deadline. */
  | { readonly kind: 'stale' };
