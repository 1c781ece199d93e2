/**
 * Where rows of a workspace or server lie: by its key in a column, or by keys within it (`platform:T1:C2`). Rows of learners and what
 * follows from others (timers, answers of its quizzes) are told apart from these.
 */
export const scopeTables = {
  quizzes: { column: 'scope', how: 'is' },
  outgoings: { column: 'scope', how: 'is' },
  daily_schedules: { column: 'scope', how: 'is' },
  daily_drafts: { column: 'scope', how: 'is' },
  board_pages: { column: 'scope', how: 'is' },
  votes: { column: 'scope', how: 'is' },
  channel_banks: { column: 'scope', how: 'is' },
  seasons: { column: 'scope', how: 'is' },
  topics: { column: 'scope', how: 'within' },
  daily_skips: { column: 'channel', how: 'within' },
  daily_posts: { column: 'channel', how: 'within' },
  daily_answers: { column: 'channel', how: 'within' },
  daily_tallies: { column: 'channel', how: 'within' },
  streaks: { column: 'channel', how: 'within' },
  quiz_asked: { column: 'channel', how: 'within' },
  scores: { column: 'board', how: 'within' },
  boards: { column: 'board', how: 'within' },
  shown_people: { column: 'user_key', how: 'within' },
  team_scores: { column: 'board', how: 'within' },
} as const;

export type ScopeTable = keyof typeof scopeTables;

/** Their names, in the order in which they are read and deleted. */
export const scopeTableNames = Object.keys(scopeTables) as readonly ScopeTable[];
