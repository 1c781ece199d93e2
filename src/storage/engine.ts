import type { Kysely } from 'kysely';
import type { QuizAnswers } from '../app/store/quiz.ts';
import type { Schema } from './schema.ts';

export type EngineKind = 'sqlite' | 'postgres';

/** A database that is open and ours: what differs from one to the other is here, and everything else asks for it. */
export type Engine = {
  readonly kind: EngineKind;
  readonly db: Kysely<Schema>;
  /** Records one answer durably, in the way that is quickest on this engine. */
  readonly record: QuizAnswers['record'];
  /** The server's time of day, UTC ms; null where there is no server. */
  readonly serverTime: () => Promise<number | null>;
  /** Writes back what a crash would have to recover; called after large deletions. */
  readonly tidy: () => Promise<void>;
  /** Waits for what is under way and closes it. */
  readonly close: () => Promise<void>;
};

/** Where the data is kept. */
export type Location =
  | { readonly kind: 'sqlite' /** The database file; its folder is made when it is missing. */; readonly path: string }
  | { readonly kind: 'postgres' /** `postgres://user:password@host:port/database`. */; readonly url: string };
