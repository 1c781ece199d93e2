-- What SQLite holds after every migration up to 0021-seasons. Written by `npm run db:schema`; do not edit.

CREATE TABLE asked_items (
  hash text primary key,
  content text not null,
  seen_at integer not null
) strict;

CREATE TABLE board_pages (
  token text primary key,
  board text not null unique,
  scope text not null,
  channel text not null
) strict;

CREATE TABLE boards (
  board text not null,
  period text not null,
  people integer not null,
  primary key (board, period)
) strict;

CREATE TABLE channel_banks (
  channel text primary key,
  scope text not null,
  bank text not null,
  set_by text not null,
  at integer not null,
  missed integer not null
) strict;

CREATE TABLE clicks (
  query_key text not null,
  question text not null,
  query text not null,
  count integer not null,
  last integer not null,
  primary key (query_key, question)
) strict;

CREATE TABLE counters (
  name text primary key,
  value integer not null
) strict;

CREATE TABLE daily_answers (
  seq integer primary key autoincrement,
  channel text not null,
  date text not null,
  user_key text not null,
  name text not null,
  choice integer not null,
  correct integer not null,
  at integer not null,
  unique (channel, date, user_key)
) strict;

CREATE TABLE daily_drafts (
  id text primary key,
  channel text not null,
  scope text not null,
  user_key text not null,
  settings text not null,
  since integer not null
) strict;

CREATE TABLE daily_posts (
  channel text not null,
  date text not null,
  question text not null,
  option_order text not null,
  outgoing text not null,
  state text not null,
  since integer not null,
  asked text,
  primary key (channel, date)
) strict;

CREATE TABLE daily_practice (
  learner text primary key,
  scope text not null,
  settings text not null,
  is_on integer not null,
  next_date text not null,
  next_at integer not null,
  rules text not null,
  asked text,
  missed text not null
) strict;

CREATE TABLE daily_reminders (
  learner text primary key,
  scope text not null,
  settings text not null,
  is_on integer not null,
  next_date text not null,
  next_at integer not null,
  rules text not null,
  asked text,
  missed text not null
) strict;

CREATE TABLE daily_schedules (
  channel text primary key,
  scope text not null,
  settings text not null,
  set_by text not null,
  is_on integer not null,
  next_date text not null,
  next_at integer not null,
  rules text not null default '0'
) strict;

CREATE TABLE daily_skips (
  channel text not null,
  date text not null,
  primary key (channel, date)
) strict;

CREATE TABLE daily_tallies (
  channel text not null,
  date text not null,
  choice integer not null,
  answers integer not null,
  primary key (channel, date, choice)
) strict;

CREATE TABLE events (
  event text primary key,
  seen_at integer not null
) strict;

CREATE TABLE flags (
  learner text not null,
  asked text not null,
  scope text not null,
  question text not null,
  item text not null,
  remark text,
  at integer not null,
  changed_at integer not null,
  state text not null,
  primary key (learner, asked)
) strict;

CREATE TABLE gaps (
  kind text not null,
  query_key text not null,
  question text not null,
  query text not null,
  count integer not null,
  last integer not null,
  primary key (kind, query_key, question)
) strict;

CREATE TABLE installations (
  scope text primary key,
  sealed text not null,
  expires integer,
  revision integer not null,
  installed_at integer not null,
  trouble text,
  owner text,
  claimed_until integer not null
) strict;

CREATE TABLE installed_workspaces (
  scope text primary key,
  organisation text not null
) strict;

CREATE TABLE instances (
  owner text primary key,
  seen_at integer not null
) strict;

CREATE TABLE interviews (
  learner text primary key,
  scope text not null,
  state text not null,
  at integer not null
) strict;

CREATE TABLE item_ratings (
  question text not null,
  item text not null,
  asked text,
  difficulty real not null,
  answers integer not null,
  correct integer not null,
  chosen_0 integer not null,
  chosen_1 integer not null,
  chosen_2 integer not null,
  chosen_3 integer not null,
  compared integer not null,
  compared_correct integer not null,
  strength_sum real not null,
  strength_squares real not null,
  strength_of_correct real not null,
  primary key (question, item)
) strict;

CREATE TABLE learner_ratings (
  learner text primary key,
  strength real not null,
  answers integer not null
) strict;

CREATE TABLE memory_answers (
  seq integer primary key autoincrement,
  learner text not null,
  scope text not null,
  source text not null,
  question text not null,
  item text not null,
  topic text not null,
  level text not null,
  correct integer not null,
  at integer not null,
  asked text,
  choice integer,
  unique (learner, source)
) strict;

CREATE TABLE memory_cards (
  learner text not null,
  question text not null,
  item text not null,
  due integer not null,
  stability real not null,
  difficulty real not null,
  answered integer not null,
  missed integer not null,
  last integer not null,
  items text not null default '[]',
  primary key (learner, question)
) strict;

CREATE TABLE older_asked (
  kind text not null,
  channel text not null,
  name text not null,
  item integer not null,
  at integer not null,
  primary key (kind, channel, name)
) strict;

CREATE TABLE older_places (
  place text primary key,
  asked text not null
) strict;

CREATE TABLE outgoings (
  id text primary key,
  seq integer not null,
  lane text not null,
  scope text not null,
  channel text,
  user_key text,
  thread text,
  target text,
  errand text not null,
  due integer not null,
  expires integer,
  pressed text not null,
  follow_kind text,
  follow_payload text,
  since integer not null,
  round integer not null,
  state text not null,
  ready_at integer not null,
  next_at integer not null,
  attempts integer not null,
  owner text,
  uncertain_since integer,
  message text,
  posted_at integer,
  ended_at integer,
  newer text,
  newer_interval integer
) strict;

CREATE TABLE peer_marks (
  request text not null,
  learner text not null,
  scope text not null,
  name text not null,
  ticked text not null,
  sent text,
  sent_at integer,
  primary key (request, learner)
) strict;

CREATE TABLE peer_requests (
  id text primary key,
  learner text not null,
  scope text not null,
  state text not null
) strict;

CREATE TABLE practice_sessions (
  learner text primary key,
  scope text not null,
  state text not null,
  at integer not null
) strict;

CREATE TABLE progress_pages (
  learner text primary key,
  scope text not null,
  token text not null unique
) strict;

CREATE TABLE quiz_answers (
  seq integer primary key autoincrement,
  quiz text not null,
  no integer not null,
  user_key text not null,
  name text not null,
  choice integer not null,
  at integer not null,
  received integer not null,
  unique (quiz, no, user_key)
) strict;

CREATE TABLE quiz_asked (
  channel text not null,
  item text not null,
  asked text not null,
  at integer not null,
  primary key (channel, item)
) strict;

CREATE TABLE quizzes (
  id text primary key,
  channel text not null,
  scope text not null,
  state text not null,
  version integer not null,
  live integer not null,
  finished_at integer
) strict;

CREATE TABLE scores (
  board text not null,
  period text not null,
  user_key text not null,
  name text not null,
  points integer not null,
  answered integer not null,
  correct integer not null,
  won integer not null,
  primary key (board, period, user_key)
) strict;

CREATE TABLE seasons (
  id text primary key,
  channel text not null,
  scope text not null,
  name text not null,
  started_at integer not null,
  ended_at integer,
  quizzes integer not null
) strict;

CREATE TABLE shown_people (
  user_key text not null primary key
) strict;

CREATE TABLE streaks (
  channel text not null,
  user_key text not null,
  name text not null,
  current_days integer not null,
  longest_days integer not null,
  last_date text not null,
  frozen integer not null default 0,
  settled text,
  primary key (channel, user_key)
) strict;

CREATE TABLE suggestions (
  id text primary key,
  learner text not null,
  scope text not null,
  name text,
  typed text not null,
  state text not null,
  at integer not null,
  decided_at integer,
  word text,
  file text
) strict;

CREATE TABLE team_scores (
  board text not null,
  period text not null,
  team text not null,
  won integer not null,
  played integer not null,
  points integer not null,
  primary key (board, period, team)
) strict;

CREATE TABLE timers (
  key text primary key,
  kind text not null,
  clock text not null,
  due integer not null,
  payload text not null,
  next_at integer not null,
  attempts integer not null,
  owner text
) strict;

CREATE TABLE topics (
  scope text not null,
  user_key text not null,
  topic text not null,
  answered integer not null,
  correct integer not null,
  primary key (scope, user_key, topic)
) strict;

CREATE TABLE votes (
  voter text not null,
  question text not null,
  scope text not null,
  query text not null,
  at integer not null,
  primary key (voter, question)
) strict;

CREATE INDEX asked_items_seen on asked_items (seen_at);

CREATE INDEX channel_banks_at on channel_banks (at);

CREATE INDEX channel_banks_set_by on channel_banks (set_by);

CREATE INDEX clicks_rare on clicks (count, last);

CREATE INDEX daily_answers_user on daily_answers (user_key, channel, date);

CREATE INDEX daily_drafts_since on daily_drafts (since);

CREATE INDEX daily_posts_asked on daily_posts (asked) where asked is not null;

CREATE INDEX events_seen on events (seen_at);

CREATE INDEX flags_asked on flags (asked);

CREATE INDEX flags_at on flags (state, at);

CREATE INDEX gaps_rare on gaps (count, last);

CREATE INDEX installations_expires on installations (expires);

CREATE INDEX installed_workspaces_organisation on installed_workspaces (organisation);

CREATE INDEX interviews_at on interviews (at);

CREATE INDEX memory_answers_learner on memory_answers (learner, at, topic, correct);

CREATE INDEX memory_cards_due on memory_cards (learner, due);

CREATE INDEX outgoings_ended on outgoings (ended_at) where ended_at is not null;

CREATE INDEX outgoings_lane on outgoings (lane, seq) where state = 'waiting';

CREATE INDEX outgoings_message on outgoings (message) where message is not null;

CREATE INDEX outgoings_next on outgoings (next_at, scope, thread, target) where state = 'waiting';

CREATE INDEX outgoings_seq on outgoings (seq);

CREATE INDEX peer_marks_learner on peer_marks (learner);

CREATE INDEX peer_requests_learner on peer_requests (learner);

CREATE INDEX practice_sessions_at on practice_sessions (at);

CREATE INDEX quiz_answers_user on quiz_answers (user_key);

CREATE INDEX quiz_asked_asked on quiz_asked (asked);

CREATE UNIQUE INDEX quizzes_one_live on quizzes (channel) where live = 1;

CREATE INDEX scores_order on scores (board, period, points desc, answered, user_key);

CREATE INDEX scores_user on scores (user_key);

CREATE INDEX seasons_channel on seasons (channel, started_at);

CREATE UNIQUE INDEX seasons_going on seasons (channel) where ended_at is null;

CREATE INDEX streaks_last on streaks (channel, last_date);

CREATE INDEX streaks_user on streaks (user_key, last_date);

CREATE INDEX suggestions_learner on suggestions (learner);

CREATE INDEX suggestions_state on suggestions (state, at);

CREATE INDEX timers_next on timers (clock, next_at);

CREATE INDEX topics_user on topics (user_key);

CREATE INDEX votes_at on votes (at);
