import type { Messenger } from '../../src/app/delivery/messenger.ts';
import type { Card } from '../../src/core/card.ts';

/** What an instance has done by the platform, which survives it. */
export type MessengerCall = keyof Pick<Messenger, 'post' | 'edit' | 'openThread' | 'find'>;

/** To an instance: how far (ms) its clock is ahead of the machine's, what somebody does, and how a call ended. */
export type ToInstance =
  | { readonly kind: 'clock'; readonly ahead: number }
  /** A command as it is typed, or a button's id. */
  | {
      readonly kind: 'say';
      readonly id: string;
      readonly user: string;
      readonly text: string;
      readonly button: string | null;
    }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown };

export type FromInstance =
  /** It may be told the time. */
  | { readonly kind: 'open' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: string; readonly card: Card | null }
  /** The memory could not be reached: whoever asked hears that, and tries again. */
  | { readonly kind: 'unreached'; readonly id: string }
  | { readonly kind: 'call'; readonly id: number; readonly method: MessengerCall; readonly given: readonly unknown[] };
