/** Tables whose rows are of a learner and say in which scope they came about; the cards follow from the answers. */
export const learnerTables = [
  'memory_answers',
  'practice_sessions',
  'interviews',
  'peer_requests',
  'peer_marks',
  'daily_practice',
  'progress_pages',
  'flags',
  'suggestions',
  'daily_reminders',
] as const;
