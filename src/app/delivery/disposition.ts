import type { OutgoingEnd } from '../store/outbox.ts';
import type { Delivery } from './messenger.ts';

/** A platform that asks to wait is left alone for this long (ms) at least: asked again at once it would stop everything. */
export const leastPause = 100;

/** Pauses (ms) after attempts of unknown outcome, doubled each time up to the longest. */
const firstPause = 500;
const longestPause = 5 * 60_000;

/** The same while the platform does not take the bot's own credentials: that may last seconds, or until somebody mends it. */
const firstOwnPause = 1000;
const longestOwnPause = 60_000;
/** Pauses (ms) of an edit that the platform does not allow for now, doubled each time up to the longest. */
const firstWhileRefused = 15_000;
const longestWhileRefused = 10 * 60_000;

/** What may still come is looked for more often than it is sent: a post is claimed about so often an attempt. */
const claimsAnAttempt = 4;

/** What becomes of a claimed outgoing. */
export type Disposition =
  | { readonly kind: 'settle'; readonly end: OutgoingEnd }
  /** To be claimed again after `pause` ms. `certain`: this attempt surely did nothing. */
  | { readonly kind: 'release'; readonly pause: number; readonly certain: boolean };

/** An attempt that has ended: a `post` of unknown outcome stays in doubt, a `change` may be made twice. */
export type Attempted = {
  readonly made: 'post' | 'change';
  /** How often the outgoing was claimed. */
  readonly claims: number;
  /** The answer took its time. */
  readonly late: boolean;
};

/** It is left out. */
export const dropped: Disposition = { kind: 'settle', end: { kind: 'dropped' } };

/** Milliseconds until an edit that was claimed so often is allowed again, perhaps. */
export function pauseWhileRefused(claims: number): number {
  return Math.min(longestWhileRefused, firstWhileRefused * 2 ** Math.min(20, Math.max(0, claims - 1)));
}

/** What becomes of an outgoing after an attempt. */
export function afterAttempt(delivery: Delivery, { made, claims, late }: Attempted): Disposition {
  switch (delivery.kind) {
    case 'done':
      return { kind: 'settle', end: { kind: 'sent', posted: delivery.posted, late } };
    case 'later':
      return { kind: 'release', pause: Math.max(leastPause, delivery.after), certain: true };
    case 'unknown': {
      const attempts = made === 'post' ? claims / claimsAnAttempt : claims;
      const pause = Math.round(Math.min(longestPause, firstPause * 2 ** Math.min(20, attempts)));
      return { kind: 'release', pause, certain: made === 'change' };
    }
    case 'own':
      return {
        kind: 'release',
        pause: Math.min(longestOwnPause, firstOwnPause * 2 ** Math.min(20, claims)),
        certain: true,
      };
    case 'refused':
      return { kind: 'settle', end: { ...delivery, kind: 'failed' } };
  }
}
