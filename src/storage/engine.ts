import type { Kysely } from 'kysely';
import type { QuizAnswers } from '../app/store/quiz.ts';
import type { Schema } from './schema.ts';

export type EngineKind = 'sqlite' | 'postgres';

/** An open database that belongs to us. All differences between the two engines are here. */
export type Engine = {
  readonly kind: EngineKind;
  readonly db: Kysely<Schema>;
  /** Records one answer durably, in the way that is fastest on this engine. */
  readonly record: QuizAnswers['record'];
  /** The server's time of day, UTC ms; null if there is no server. */
  readonly serverTime: () => Promise<number | null>;
  /** Checkpoints what a crash would have to recover; called after large deletions. */
  readonly tidy: () => Promise<void>;
  /** Waits for work in progress, then closes. */
  readonly close: () => Promise<void>;
};

/** Where the data is stored. */
export type Location =
  | { readonly kind: 'sqlite' /** The database file; its folder is made when it is missing. */; readonly path: string }
  | { readonly kind: 'postgres' /** `postgres://user:password@host:port/database`. */; readonly url: string };
