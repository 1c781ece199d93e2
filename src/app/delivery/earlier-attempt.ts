import type { Disposition } from './disposition.ts';
import { leastPause } from './disposition.ts';
import type { Found } from './messenger.ts';

/** What may still come is looked for this often, in ms. */
const lookInterval = 1500;

/** What is known of attempts of unknown outcome besides what was found of them; all in ms. */
export type EarlierAttempt = {
  /** Until what is not there will not come any more, taken before it was looked; 0 when that is so. */
  readonly left: number;
  /** Since the first of them. */
  readonly age: number;
  /** See `Messenger`. */
  readonly keyLifetime: number;
};

/** Whether a post in doubt may be sent again: surely for the first time (`absent`), or by a key that makes two of them one. */
export type Resolution = 'absent' | 'same-key' | Disposition;

/** Resolves what is in doubt by what looking for the message has found. */
export function resolveInDoubt(found: Found, { left, age, keyLifetime }: EarlierAttempt): Resolution {
  const again = (pause: number): Disposition => ({ kind: 'release', pause, certain: false });
  switch (found.kind) {
    case 'found':
      return { kind: 'settle', end: { kind: 'sent', posted: found.posted, late: true } };
    case 'later':
      return again(Math.max(leastPause, found.after));
    case 'absent':
      return left > 0 ? again(Math.min(left, lookInterval)) : 'absent';
    case 'unseen': {
      if (left > 0) return again(left);
      if (age >= 0 && age <= keyLifetime) return 'same-key';
      const reason = 'An attempt ended without an answer, and the platform does not let the bot look for the message.';
      return { kind: 'settle', end: { kind: 'failed', why: 'unverifiable', reason } };
    }
  }
}
