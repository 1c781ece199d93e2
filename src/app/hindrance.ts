import type { Rich } from '../core/card.ts';

/** What the bot is about to do in the caller's channel. */
export type Plan =
  /** A card in the channel, and the questions in a thread under it; all in the channel where that is a thread itself. */
  | { readonly kind: 'quiz' }
  /**
   * Posts in the channel, one question a day or one at once, or somebody's answer: with a thread under each, and with a call to
   * somebody.
   */
  | { readonly kind: 'daily' | 'question' | 'answer'; readonly thread: boolean; readonly ping: string | null };

/** What stands against something, and what to do about it: whole sentences, in the words of the platform. */
export type Hindrance = { readonly problem: Rich; readonly cure: Rich };

/** What is known to stand against a plan; null for nothing. Asked before anything is changed. Never rejects. */
export type AskHindrance = (plan: Plan) => Promise<Hindrance | null>;
