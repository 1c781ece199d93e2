import type { AskedItemUnit, OlderUnit } from './asked.ts';
import type { DailyUnit } from './daily.ts';
import type { GapUnit } from './gap.ts';
import type { OutboxQueue, OutboxUnit } from './outbox.ts';
import type { QuizAnswers, QuizUnit } from './quiz.ts';
import type { ScoreUnit } from './score.ts';
import type { TimerQueue, TimerUnit } from './timer.ts';
import type { VoteUnit } from './vote.ts';

/** One transaction. All that is done through it becomes durable together, or not at all. */
export type Unit = {
  readonly timers: TimerUnit;
  readonly outbox: OutboxUnit;
  readonly daily: DailyUnit;
  readonly quizzes: QuizUnit;
  readonly scores: ScoreUnit;
  readonly gaps: GapUnit;
  readonly votes: VoteUnit;
  readonly people: PeopleUnit;
  readonly items: AskedItemUnit;
  readonly older: OlderUnit;
  /** True the first time that an event is seen, false ever after (for 48 h at least). */
  readonly isNew: (event: string, now: number) => Promise<boolean>;
  /** An event is new again. */
  readonly forgetEvent: (event: string) => Promise<void>;
};

export type PeopleUnit = {
  /** Deletes all that is kept of a person; counts stay, and answers in quizzes lose their name. Tells how many rows went. */
  readonly forget: (user: string) => Promise<number>;
  /** Deletes all that is kept for a workspace or server. */
  readonly forgetScope: (scope: string) => Promise<void>;
};

/**
 * What the bot remembers. Everything is durable once the promise of the call has resolved. Rejects with a Fault: code
 * `storage-full`, `storage-unreachable` (worth another try) or `storage`.
 */
export type Store = {
  /**
   * Runs `work` in one transaction; a rejection undoes all of it. `work` may run again when another process was in the
   * way, so it must do nothing but call the unit, and must not wait for anything else.
   */
  readonly transact: <Result>(work: (unit: Unit) => Promise<Result>) => Promise<Result>;
  readonly timers: TimerQueue;
  readonly outbox: OutboxQueue;
  readonly answers: QuizAnswers;
  /** Notes that this process is alive, and tells when any was seen last before (UTC ms); null when none ever was. */
  readonly beat: (now: number) => Promise<number | null>;
  /** The time of day (UTC ms) of a database server that several instances share; null where there is none. */
  readonly serverTime: () => Promise<number | null>;
  /** True while the database answers. */
  readonly isReady: () => Promise<boolean>;
  /**
   * Deletes what has had its time: settled outgoings, seen events, finished quizzes older than 90 days, and asked items that
   * nothing refers to and no bank has had for 90 days.
   */
  readonly purge: (now: number) => Promise<void>;
  readonly close: () => Promise<void>;
};
