import type { AppointmentUnit } from './appointment.ts';
import type { AskedItemUnit, OlderUnit } from './asked.ts';
import type { BankChoiceUnit } from './bank-choice.ts';
import type { ClickUnit } from './click.ts';
import type { DailyUnit } from './daily.ts';
import type { FlagUnit } from './flag.ts';
import type { GapUnit } from './gap.ts';
import type { InstallationUnit } from './installation.ts';
import type { InterviewUnit } from './interview.ts';
import type { MemoryUnit } from './memory.ts';
import type { OutboxQueue, OutboxUnit } from './outbox.ts';
import type { PeerUnit } from './peer.ts';
import type { PracticeUnit } from './practice.ts';
import type { ProgressUnit } from './progress.ts';
import type { QuizAnswers, QuizUnit } from './quiz.ts';
import type { ScoreUnit } from './score.ts';
import type { SeasonUnit } from './season.ts';
import type { SuggestionUnit } from './suggestion.ts';
import type { TimerQueue, TimerUnit } from './timer.ts';
import type { VoteUnit } from './vote.ts';

/** One transaction. Everything done through it becomes durable together, or not at all. */
export type Unit = {
  readonly timers: TimerUnit;
  readonly outbox: OutboxUnit;
  readonly daily: DailyUnit;
  readonly quizzes: QuizUnit;
  readonly scores: ScoreUnit;
  readonly seasons: SeasonUnit;
  readonly memory: MemoryUnit;
  readonly practice: PracticeUnit;
  readonly interviews: InterviewUnit;
  readonly installations: InstallationUnit;
  readonly peers: PeerUnit;
  readonly progress: ProgressUnit;
  readonly dailyPractice: AppointmentUnit;
  readonly reminders: AppointmentUnit;
  readonly gaps: GapUnit;
  readonly flags: FlagUnit;
  readonly suggestions: SuggestionUnit;
  readonly clicks: ClickUnit;
  readonly votes: VoteUnit;
  readonly people: PeopleUnit;
  readonly items: AskedItemUnit;
  readonly banks: BankChoiceUnit;
  readonly older: OlderUnit;
  /** True the first time that an event is seen, false ever after (for at least 48 h). */
  readonly isNew: (event: string, now: number) => Promise<boolean>;
  /** Makes an event new again. */
  readonly forgetEvent: (event: string) => Promise<void>;
};

/** What is stored under one of a person's keys, in numbers. */
export type Kept = {
  readonly dailyAnswers: number;
  /** Played or hosted, and how many of them are not over. */
  readonly quizzes: number;
  readonly running: number;
  /** Daily questions that they set up. */
  readonly schedules: number;
  readonly votes: number;
  /** Practice that comes, or came, by itself. */
  readonly dailyPractice: number;
  /** Reminders of daily questions, likewise. */
  readonly reminders: number;
  /** Items that they flagged. */
  readonly flags: number;
  /** Questions that they suggested. */
  readonly suggestions: number;
  /** Answers of interviews that they posted for peers, and those of others that they marked. */
  readonly posted: number;
  readonly marked: number;
  /** What they answered anywhere, as practice goes by it. */
  readonly answers: number;
  /** Rows of anything else: boards, topics, streaks, what waits to be set up, banks that they chose. */
  readonly others: number;
};

export type PeopleUnit = {
  /**
   * Deletes everything stored under a person's key but their part in quizzes, of which it deletes the recorded answers:
   * the rules take them out of the states (`QuizUnit.of`) in the same unit, and out of what peers mark. Counts stay, and so do a daily question
   * that they set up and what they suggested for the bank once it was accepted, without their name. Returns how many rows were affected.
   */
  readonly forget: (user: string) => Promise<number>;
  /** All keys under which something is stored of the person with this one: in every scope of the platform, in order. */
  readonly keysOf: (user: string) => Promise<readonly string[]>;
  readonly kept: (user: string) => Promise<Kept>;
  /**
   * What is stored of the person in all scopes, and of their streaks under this key, by where it lies; but for their answers and
   * cards (`MemoryUnit`) and their points (`ScoreUnit`).
   */
  readonly rows: (user: string) => Promise<Readonly<Record<string, readonly object[]>>>;
  /** Whether somebody wants their topics and their points over time on the pages of boards; not unless they said so. */
  readonly isShown: (user: string) => Promise<boolean>;
  readonly show: (user: string, isShown: boolean) => Promise<void>;
  /** How somebody was called when they last got points; null if they have none. */
  readonly nameOf: (user: string) => Promise<string | null>;
  /**
   * What is stored for a workspace or server, by where it lies; without secrets of the platform, messages on their way and addresses
   * of pages. `all`: with what people learned, practised and flagged there, which is otherwise theirs alone.
   */
  readonly rowsOfScope: (scope: string, all: boolean) => Promise<Readonly<Record<string, readonly object[]>>>;
  /** Deletes everything stored for a workspace or server, what was granted for it, too, unless that is to be left. */
  readonly forgetScope: (scope: string, what?: 'but-grants') => Promise<void>;
};

/**
 * The bot's memory. A change is durable once its promise has resolved. Rejects with a Fault of code `storage-full`,
 * `storage-unreachable` (worth retrying) or `storage`.
 */
export type Store = {
  /**
   * Runs `work` in one transaction; a rejection rolls all of it back. `work` may run again after a conflict with
   * another process, so it must do nothing but call the unit, and must not wait for anything else.
   */
  readonly transact: <Result>(work: (unit: Unit) => Promise<Result>) => Promise<Result>;
  readonly timers: TimerQueue;
  readonly outbox: OutboxQueue;
  readonly answers: QuizAnswers;
  /**
   * The heartbeat: records that this process is alive, and returns when any process was last alive (UTC ms); null if
   * none ever was. `heard`: the parts of platforms whose events reach it.
   */
  readonly beat: (now: number, heard?: readonly string[]) => Promise<number | null>;
  /** When any other process last heard a part of a platform, UTC ms; null if none ever did. */
  readonly lastHeard: (part: string) => Promise<number | null>;
  /** The time of day (UTC ms) of a database server that several instances share; null if there is none. */
  readonly serverTime: () => Promise<number | null>;
  /** True if the database answers. */
  readonly isReady: () => Promise<boolean>;
  /**
   * Deletes expired data: settled outgoings, seen events, practice and interviews that nobody went on with for 30 days, finished quizzes
   * older than 90 days, and asked items that nothing refers to and no bank has had for 90 days.
   */
  readonly purge: (now: number) => Promise<void>;
  readonly close: () => Promise<void>;
};
