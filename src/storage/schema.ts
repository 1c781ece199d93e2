import type { Generated } from 'kysely';
import type {
  DailyPracticeTable,
  FlagTable,
  ItemRatingTable,
  MemoryAnswerTable,
  MemoryCardTable,
  ProgressPageTable,
  SuggestionTable,
} from './learning-schema.ts';

type TimerTable = {
  key: string;
  kind: string;
  clock: 'wall' | 'steady';
  due: number;
  payload: string;
  /** When it may be claimed: `due`, or the end of a lease. */
  next_at: number;
  attempts: number;
  owner: string | null;
};

export type OutgoingTable = {
  id: string;
  /** Position in its lane. */
  seq: number;
  lane: string;
  scope: string;
  channel: string | null;
  user_key: string | null;
  /** Ids of the outgoings whose messages must be known first. */
  thread: string | null;
  target: string | null;
  errand: string;
  due: number;
  expires: number | null;
  pressed: 'wait' | 'drop' | 'post' | 'last';
  follow_kind: string | null;
  follow_payload: string | null;
  since: number;
  /** How often `putLatest` has put it in again. */
  round: number;
  state: 'waiting' | 'sent' | 'dropped' | 'failed';
  /** Not before this instant, and once it was marked as in doubt, when that was; `next_at` is this, or the end of a lease. */
  ready_at: number;
  next_at: number;
  attempts: number;
  owner: string | null;
  uncertain_since: number | null;
  message: string | null;
  posted_at: number | null;
  ended_at: number | null;
  /** An `Outgoing` as JSON that `putLatest` received while this one was being sent, and its interval in ms. */
  newer: string | null;
  newer_interval: number | null;
};

type DailyScheduleTable = {
  channel: string;
  scope: string;
  settings: string;
  set_by: string;
  is_on: number;
  next_date: string;
  next_at: number;
  /** Version of the time zone rules that `next_at` was computed with. */
  rules: string;
};

type DailyDraftTable = {
  id: string;
  channel: string;
  scope: string;
  user_key: string;
  settings: string;
  since: number;
};

type DailyPostTable = {
  channel: string;
  date: string;
  question: string;
  /** Hash of what was asked; null if an earlier version did not store it. */
  asked: string | null;
  option_order: string;
  outgoing: string;
  state: 'posting' | 'open' | 'closed' | 'failed' | 'unverified' | 'withdrawn';
  since: number;
};

type DailyAnswerTable = {
  seq: Generated<number>;
  channel: string;
  date: string;
  user_key: string;
  name: string;
  choice: number;
  correct: number;
  at: number;
};

type StreakTable = {
  channel: string;
  user_key: string;
  name: string;
  current_days: number;
  longest_days: number;
  last_date: string;
  /** Freezes used in the month of `last_date` until then. */
  frozen: number;
  /** A `Streak`; null if an earlier version reckoned it. */
  settled: string | null;
};

type QuizTable = {
  id: string;
  channel: string;
  scope: string;
  state: string;
  version: number;
  live: number;
  /** When it ended, UTC ms; of quizzes of earlier versions when `purge` first saw that. */
  finished_at: number | null;
};

type QuizAnswerTable = {
  seq: Generated<number>;
  quiz: string;
  no: number;
  user_key: string;
  name: string;
  choice: number;
  at: number;
  received: number;
};

export type InstallationTable = {
  scope: string;
  sealed: string;
  expires: number | null;
  revision: number;
  installed_at: number;
  trouble: string | null;
  /** Who renews it, and until when nobody else may. */
  owner: string | null;
  claimed_until: number;
};

type PeerMarkTable = {
  request: string;
  learner: string;
  scope: string;
  name: string;
  /** Places of points, as JSON; `sent`: those that everybody sees, null until then. */
  ticked: string;
  sent: string | null;
  /** When they were first sent, UTC ms. */
  sent_at: number | null;
};

type SeasonTable = {
  id: string;
  channel: string;
  scope: string;
  name: string;
  started_at: number;
  ended_at: number | null;
  quizzes: number;
};

export type ScoreTable = {
  board: string;
  period: string;
  user_key: string;
  name: string;
  points: number;
  answered: number;
  correct: number;
  won: number;
};

/**
 * The tables. Instants are UTC ms, flags 0 or 1, platform keys text, structures JSON text: the same on every engine.
 */
export type Schema = {
  timers: TimerTable;
  outgoings: OutgoingTable;
  daily_schedules: DailyScheduleTable;
  daily_drafts: DailyDraftTable;
  daily_skips: { channel: string; date: string };
  daily_posts: DailyPostTable;
  daily_answers: DailyAnswerTable;
  daily_tallies: { channel: string; date: string; choice: number; answers: number };
  streaks: StreakTable;
  quizzes: QuizTable;
  quiz_answers: QuizAnswerTable;
  /** `item` is the key of an item (`stride#output-size`), `asked` the hash of its last asked version. */
  quiz_asked: { channel: string; item: string; asked: string; at: number };
  /** Everything that may be or was asked, once; `seen_at`: when a bank last had it, to the day (UTC ms). */
  asked_items: { hash: string; content: string; seen_at: number };
  /** What stood at a position of the bank (`stride#0`) when buttons still used positions. */
  older_places: { place: string; asked: string };
  /** What earlier versions left to be converted: references by position, and answers that nobody has learned from. */
  older_asked: {
    kind: 'post' | 'item' | 'quiz' | 'places' | 'answer' | 'played';
    channel: string;
    name: string;
    item: number;
    at: number;
  };
  scores: ScoreTable;
  /** Their points are scores of the period `season:<id>`. */
  seasons: SeasonTable;
  /** How many people a board has in a period: counting them would cost more with every person. */
  boards: { board: string; period: string; people: number };
  topics: { scope: string; user_key: string; topic: string; answered: number; correct: number };
  /** `missed`: somebody was told that there is no such bank any more. */
  channel_banks: { channel: string; scope: string; bank: string; set_by: string; at: number; missed: number };
  board_pages: { token: string; board: string; scope: string; channel: string };
  /** Who wants their progress on the pages of boards. */
  shown_people: { user_key: string };
  team_scores: { board: string; period: string; team: string; won: number; played: number; points: number };
  memory_answers: MemoryAnswerTable;
  /** Made of the answers, and made anew of them whenever some are deleted. */
  memory_cards: MemoryCardTable;
  /** Both made of the answers, and brought up to date by each. */
  item_ratings: ItemRatingTable;
  learner_ratings: { learner: string; strength: number; answers: number };
  /** The latest practice of each person, `scope`: where they began it. */
  interviews: { learner: string; scope: string; state: string; at: number };
  peer_requests: { id: string; learner: string; scope: string; state: string };
  peer_marks: PeerMarkTable;
  practice_sessions: { learner: string; scope: string; state: string; at: number };
  daily_practice: DailyPracticeTable;
  progress_pages: ProgressPageTable;
  daily_reminders: DailyPracticeTable;
  flags: FlagTable;
  installations: InstallationTable;
  /** Workspaces that the installation of their organisation serves. */
  installed_workspaces: { scope: string; organisation: string };
  suggestions: SuggestionTable;
  gaps: {
    kind: 'unanswered' | 'partial' | 'unsure' | 'down-voted';
    query_key: string;
    question: string;
    query: string;
    count: number;
    last: number;
  };
  clicks: { query_key: string; question: string; query: string; count: number; last: number };
  /** `voter` is the fingerprint of a person's key. */
  votes: { voter: string; question: string; scope: string; query: string; at: number };
  events: { event: string; seen_at: number };
  instances: { owner: string; seen_at: number };
  counters: { name: string; value: number };
};
