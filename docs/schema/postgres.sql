-- What PostgreSQL holds after every migration up to 0021-seasons. Written by `npm run db:schema`; do not edit.

create table asked_items (
  hash text collate "C" not null,
  content text collate "C" not null,
  seen_at bigint not null,
  constraint asked_items_pkey PRIMARY KEY (hash)
);

create table board_pages (
  token text collate "C" not null,
  board text collate "C" not null,
  scope text collate "C" not null,
  channel text collate "C" not null,
  constraint board_pages_board_key UNIQUE (board),
  constraint board_pages_pkey PRIMARY KEY (token)
);

create table boards (
  board text collate "C" not null,
  period text collate "C" not null,
  people bigint not null,
  constraint boards_pkey PRIMARY KEY (board, period)
);

create table channel_banks (
  channel text collate "C" not null,
  scope text collate "C" not null,
  bank text collate "C" not null,
  set_by text collate "C" not null,
  at bigint not null,
  missed bigint not null,
  constraint channel_banks_pkey PRIMARY KEY (channel)
);

create table clicks (
  query_key text collate "C" not null,
  question text collate "C" not null,
  query text collate "C" not null,
  count bigint not null,
  last bigint not null,
  constraint clicks_pkey PRIMARY KEY (query_key, question)
);

create table counters (
  name text collate "C" not null,
  value bigint not null,
  constraint counters_pkey PRIMARY KEY (name)
);

create table daily_answers (
  seq bigint not null generated always as identity,
  channel text collate "C" not null,
  date text collate "C" not null,
  user_key text collate "C" not null,
  name text collate "C" not null,
  choice bigint not null,
  correct bigint not null,
  at bigint not null,
  constraint daily_answers_channel_date_user_key_key UNIQUE (channel, date, user_key),
  constraint daily_answers_pkey PRIMARY KEY (seq)
);

create table daily_drafts (
  id text collate "C" not null,
  channel text collate "C" not null,
  scope text collate "C" not null,
  user_key text collate "C" not null,
  settings text collate "C" not null,
  since bigint not null,
  constraint daily_drafts_pkey PRIMARY KEY (id)
);

create table daily_posts (
  channel text collate "C" not null,
  date text collate "C" not null,
  question text collate "C" not null,
  option_order text collate "C" not null,
  outgoing text collate "C" not null,
  state text collate "C" not null,
  since bigint not null,
  asked text collate "C",
  constraint daily_posts_pkey PRIMARY KEY (channel, date)
);

create table daily_practice (
  learner text collate "C" not null,
  scope text collate "C" not null,
  settings text collate "C" not null,
  is_on bigint not null,
  next_date text collate "C" not null,
  next_at bigint not null,
  rules text collate "C" not null,
  asked text collate "C",
  missed text collate "C" not null,
  constraint daily_practice_pkey PRIMARY KEY (learner)
);

create table daily_reminders (
  learner text collate "C" not null,
  scope text collate "C" not null,
  settings text collate "C" not null,
  is_on bigint not null,
  next_date text collate "C" not null,
  next_at bigint not null,
  rules text collate "C" not null,
  asked text collate "C",
  missed text collate "C" not null,
  constraint daily_reminders_pkey PRIMARY KEY (learner)
);

create table daily_schedules (
  channel text collate "C" not null,
  scope text collate "C" not null,
  settings text collate "C" not null,
  set_by text collate "C" not null,
  is_on bigint not null,
  next_date text collate "C" not null,
  next_at bigint not null,
  rules text collate "C" not null default '0'::text,
  constraint daily_schedules_pkey PRIMARY KEY (channel)
);

create table daily_skips (
  channel text collate "C" not null,
  date text collate "C" not null,
  constraint daily_skips_pkey PRIMARY KEY (channel, date)
);

create table daily_tallies (
  channel text collate "C" not null,
  date text collate "C" not null,
  choice bigint not null,
  answers bigint not null,
  constraint daily_tallies_pkey PRIMARY KEY (channel, date, choice)
);

create table events (
  event text collate "C" not null,
  seen_at bigint not null,
  constraint events_pkey PRIMARY KEY (event)
);

create table flags (
  learner text collate "C" not null,
  asked text collate "C" not null,
  scope text collate "C" not null,
  question text collate "C" not null,
  item text collate "C" not null,
  remark text collate "C",
  at bigint not null,
  changed_at bigint not null,
  state text collate "C" not null,
  constraint flags_pkey PRIMARY KEY (learner, asked)
);

create table gaps (
  kind text collate "C" not null,
  query_key text collate "C" not null,
  question text collate "C" not null,
  query text collate "C" not null,
  count bigint not null,
  last bigint not null,
  constraint gaps_pkey PRIMARY KEY (kind, query_key, question)
);

create table installations (
  scope text collate "C" not null,
  sealed text collate "C" not null,
  expires bigint,
  revision bigint not null,
  installed_at bigint not null,
  trouble text collate "C",
  owner text collate "C",
  claimed_until bigint not null,
  constraint installations_pkey PRIMARY KEY (scope)
);

create table installed_workspaces (
  scope text collate "C" not null,
  organisation text collate "C" not null,
  constraint installed_workspaces_pkey PRIMARY KEY (scope)
);

create table instances (
  owner text collate "C" not null,
  seen_at bigint not null,
  constraint instances_pkey PRIMARY KEY (owner)
);

create table interviews (
  learner text collate "C" not null,
  scope text collate "C" not null,
  state text collate "C" not null,
  at bigint not null,
  constraint interviews_pkey PRIMARY KEY (learner)
);

create table item_ratings (
  question text collate "C" not null,
  item text collate "C" not null,
  asked text collate "C",
  difficulty double precision not null,
  answers bigint not null,
  correct bigint not null,
  chosen_0 bigint not null,
  chosen_1 bigint not null,
  chosen_2 bigint not null,
  chosen_3 bigint not null,
  compared bigint not null,
  compared_correct bigint not null,
  strength_sum double precision not null,
  strength_squares double precision not null,
  strength_of_correct double precision not null,
  constraint item_ratings_pkey PRIMARY KEY (question, item)
);

create table learner_ratings (
  learner text collate "C" not null,
  strength double precision not null,
  answers bigint not null,
  constraint learner_ratings_pkey PRIMARY KEY (learner)
);

create table memory_answers (
  seq bigint not null generated always as identity,
  learner text collate "C" not null,
  scope text collate "C" not null,
  source text collate "C" not null,
  question text collate "C" not null,
  item text collate "C" not null,
  topic text collate "C" not null,
  level text collate "C" not null,
  correct bigint not null,
  at bigint not null,
  asked text collate "C",
  choice bigint,
  constraint memory_answers_learner_source_key UNIQUE (learner, source),
  constraint memory_answers_pkey PRIMARY KEY (seq)
);

create table memory_cards (
  learner text collate "C" not null,
  question text collate "C" not null,
  item text collate "C" not null,
  due bigint not null,
  stability double precision not null,
  difficulty double precision not null,
  answered bigint not null,
  missed bigint not null,
  last bigint not null,
  items text collate "C" not null default '[]'::text,
  constraint memory_cards_pkey PRIMARY KEY (learner, question)
);

create table older_asked (
  kind text collate "C" not null,
  channel text collate "C" not null,
  name text collate "C" not null,
  item bigint not null,
  at bigint not null,
  constraint older_asked_pkey PRIMARY KEY (kind, channel, name)
);

create table older_places (
  place text collate "C" not null,
  asked text collate "C" not null,
  constraint older_places_pkey PRIMARY KEY (place)
);

create table outgoings (
  id text collate "C" not null,
  seq bigint not null,
  lane text collate "C" not null,
  scope text collate "C" not null,
  channel text collate "C",
  user_key text collate "C",
  thread text collate "C",
  target text collate "C",
  errand text collate "C" not null,
  due bigint not null,
  expires bigint,
  pressed text collate "C" not null,
  follow_kind text collate "C",
  follow_payload text collate "C",
  since bigint not null,
  round bigint not null,
  state text collate "C" not null,
  ready_at bigint not null,
  next_at bigint not null,
  attempts bigint not null,
  owner text collate "C",
  uncertain_since bigint,
  message text collate "C",
  posted_at bigint,
  ended_at bigint,
  newer text collate "C",
  newer_interval bigint,
  constraint outgoings_pkey PRIMARY KEY (id)
);

create table peer_marks (
  request text collate "C" not null,
  learner text collate "C" not null,
  scope text collate "C" not null,
  name text collate "C" not null,
  ticked text collate "C" not null,
  sent text collate "C",
  sent_at bigint,
  constraint peer_marks_pkey PRIMARY KEY (request, learner)
);

create table peer_requests (
  id text collate "C" not null,
  learner text collate "C" not null,
  scope text collate "C" not null,
  state text collate "C" not null,
  constraint peer_requests_pkey PRIMARY KEY (id)
);

create table practice_sessions (
  learner text collate "C" not null,
  scope text collate "C" not null,
  state text collate "C" not null,
  at bigint not null,
  constraint practice_sessions_pkey PRIMARY KEY (learner)
);

create table progress_pages (
  learner text collate "C" not null,
  scope text collate "C" not null,
  token text collate "C" not null,
  constraint progress_pages_pkey PRIMARY KEY (learner),
  constraint progress_pages_token_key UNIQUE (token)
);

create table quiz_answers (
  seq bigint not null generated always as identity,
  quiz text collate "C" not null,
  no bigint not null,
  user_key text collate "C" not null,
  name text collate "C" not null,
  choice bigint not null,
  at bigint not null,
  received bigint not null,
  constraint quiz_answers_pkey PRIMARY KEY (seq),
  constraint quiz_answers_quiz_no_user_key_key UNIQUE (quiz, no, user_key)
);

create table quiz_asked (
  channel text collate "C" not null,
  item text collate "C" not null,
  asked text collate "C" not null,
  at bigint not null,
  constraint quiz_asked_pkey PRIMARY KEY (channel, item)
);

create table quizzes (
  id text collate "C" not null,
  channel text collate "C" not null,
  scope text collate "C" not null,
  state text collate "C" not null,
  version bigint not null,
  live bigint not null,
  finished_at bigint,
  constraint quizzes_pkey PRIMARY KEY (id)
);

create table scores (
  board text collate "C" not null,
  period text collate "C" not null,
  user_key text collate "C" not null,
  name text collate "C" not null,
  points bigint not null,
  answered bigint not null,
  correct bigint not null,
  won bigint not null,
  constraint scores_pkey PRIMARY KEY (board, period, user_key)
);

create table seasons (
  id text collate "C" not null,
  channel text collate "C" not null,
  scope text collate "C" not null,
  name text collate "C" not null,
  started_at bigint not null,
  ended_at bigint,
  quizzes bigint not null,
  constraint seasons_pkey PRIMARY KEY (id)
);

create table shown_people (
  user_key text collate "C" not null,
  constraint shown_people_pkey PRIMARY KEY (user_key)
);

create table streaks (
  channel text collate "C" not null,
  user_key text collate "C" not null,
  name text collate "C" not null,
  current_days bigint not null,
  longest_days bigint not null,
  last_date text collate "C" not null,
  frozen bigint not null default 0,
  settled text collate "C",
  constraint streaks_pkey PRIMARY KEY (channel, user_key)
);

create table suggestions (
  id text collate "C" not null,
  learner text collate "C" not null,
  scope text collate "C" not null,
  name text collate "C",
  typed text collate "C" not null,
  state text collate "C" not null,
  at bigint not null,
  decided_at bigint,
  word text collate "C",
  file text collate "C",
  constraint suggestions_pkey PRIMARY KEY (id)
);

create table team_scores (
  board text collate "C" not null,
  period text collate "C" not null,
  team text collate "C" not null,
  won bigint not null,
  played bigint not null,
  points bigint not null,
  constraint team_scores_pkey PRIMARY KEY (board, period, team)
);

create table timers (
  key text collate "C" not null,
  kind text collate "C" not null,
  clock text collate "C" not null,
  due bigint not null,
  payload text collate "C" not null,
  next_at bigint not null,
  attempts bigint not null,
  owner text collate "C",
  constraint timers_pkey PRIMARY KEY (key)
);

create table topics (
  scope text collate "C" not null,
  user_key text collate "C" not null,
  topic text collate "C" not null,
  answered bigint not null,
  correct bigint not null,
  constraint topics_pkey PRIMARY KEY (scope, user_key, topic)
);

create table votes (
  voter text collate "C" not null,
  question text collate "C" not null,
  scope text collate "C" not null,
  query text collate "C" not null,
  at bigint not null,
  constraint votes_pkey PRIMARY KEY (voter, question)
);

CREATE INDEX asked_items_seen ON public.asked_items USING btree (seen_at);

CREATE INDEX channel_banks_at ON public.channel_banks USING btree (at);

CREATE INDEX channel_banks_set_by ON public.channel_banks USING btree (set_by);

CREATE INDEX clicks_rare ON public.clicks USING btree (count, last);

CREATE INDEX daily_answers_user ON public.daily_answers USING btree (user_key, channel, date);

CREATE INDEX daily_drafts_since ON public.daily_drafts USING btree (since);

CREATE INDEX daily_posts_asked ON public.daily_posts USING btree (asked) WHERE (asked IS NOT NULL);

CREATE INDEX events_seen ON public.events USING btree (seen_at);

CREATE INDEX flags_asked ON public.flags USING btree (asked);

CREATE INDEX flags_at ON public.flags USING btree (state, at);

CREATE INDEX gaps_rare ON public.gaps USING btree (count, last);

CREATE INDEX installations_expires ON public.installations USING btree (expires);

CREATE INDEX installed_workspaces_organisation ON public.installed_workspaces USING btree (organisation);

CREATE INDEX interviews_at ON public.interviews USING btree (at);

CREATE INDEX memory_answers_learner ON public.memory_answers USING btree (learner, at, topic, correct);

CREATE INDEX memory_cards_due ON public.memory_cards USING btree (learner, due);

CREATE INDEX outgoings_ended ON public.outgoings USING btree (ended_at) WHERE (ended_at IS NOT NULL);

CREATE INDEX outgoings_lane ON public.outgoings USING btree (lane, seq) WHERE (state = 'waiting'::text);

CREATE INDEX outgoings_message ON public.outgoings USING btree (message) WHERE (message IS NOT NULL);

CREATE INDEX outgoings_next ON public.outgoings USING btree (next_at, scope, thread, target) WHERE (state = 'waiting'::text);

CREATE INDEX outgoings_seq ON public.outgoings USING btree (seq);

CREATE INDEX peer_marks_learner ON public.peer_marks USING btree (learner);

CREATE INDEX peer_requests_learner ON public.peer_requests USING btree (learner);

CREATE INDEX practice_sessions_at ON public.practice_sessions USING btree (at);

CREATE INDEX quiz_answers_user ON public.quiz_answers USING btree (user_key);

CREATE INDEX quiz_asked_asked ON public.quiz_asked USING btree (asked);

CREATE UNIQUE INDEX quizzes_one_live ON public.quizzes USING btree (channel) WHERE (live = 1);

CREATE INDEX scores_order ON public.scores USING btree (board, period, points DESC, answered, user_key);

CREATE INDEX scores_user ON public.scores USING btree (user_key);

CREATE INDEX seasons_channel ON public.seasons USING btree (channel, started_at);

CREATE UNIQUE INDEX seasons_going ON public.seasons USING btree (channel) WHERE (ended_at IS NULL);

CREATE INDEX streaks_last ON public.streaks USING btree (channel, last_date);

CREATE INDEX streaks_user ON public.streaks USING btree (user_key, last_date);

CREATE INDEX suggestions_learner ON public.suggestions USING btree (learner);

CREATE INDEX suggestions_state ON public.suggestions USING btree (state, at);

CREATE INDEX timers_next ON public.timers USING btree (clock, next_at);

CREATE INDEX topics_user ON public.topics USING btree (user_key);

CREATE INDEX votes_at ON public.votes USING btree (at);

create sequence lane_places;
