import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** All tables of the first version. */
export function foundation(kind: EngineKind): Migration {
  const sequences = kind === 'sqlite' ? [] : ['create sequence lane_places'];
  return inTurn([...tables.map((table) => tableIn(kind, table)), ...sequences, ...indexes]);
}

const tables = [
  `create table timers (key text primary key, kind text not null, clock text not null, due integer not null,
    payload text not null, next_at integer not null, attempts integer not null, owner text)`,
  `create table outgoings (id text primary key, seq integer not null, lane text not null, scope text not null, channel text,
    user_key text, thread text, target text, errand text not null, due integer not null, expires integer,
    pressed text not null, follow_kind text, follow_payload text, since integer not null, round integer not null,
    state text not null, ready_at integer not null, next_at integer not null, attempts integer not null, owner text,
    uncertain_since integer, message text, posted_at integer, ended_at integer, newer text, newer_interval integer)`,
  `create table daily_schedules (channel text primary key, scope text not null, settings text not null,
    set_by text not null, is_on integer not null, next_date text not null, next_at integer not null)`,
  'create table daily_skips (channel text not null, date text not null, primary key (channel, date))',
  `create table daily_posts (channel text not null, date text not null, question text not null, item integer not null,
    option_order text not null, outgoing text not null, state text not null, since integer not null,
    primary key (channel, date))`,
  `create table daily_answers (seq sequence, channel text not null, date text not null, user_key text not null,
    name text not null, choice integer not null, correct integer not null, at integer not null,
    unique (channel, date, user_key))`,
  `create table daily_tallies (channel text not null, date text not null, choice integer not null,
    answers integer not null, primary key (channel, date, choice))`,
  `create table streaks (channel text not null, user_key text not null, name text not null, current_days integer not null,
    longest_days integer not null, last_date text not null, primary key (channel, user_key))`,
  `create table quizzes (id text primary key, channel text not null, scope text not null, state text not null,
    version integer not null, live integer not null, finished_at integer)`,
  `create table quiz_answers (seq sequence, quiz text not null, no integer not null, user_key text not null,
    name text not null, choice integer not null, at integer not null, received integer not null,
    unique (quiz, no, user_key))`,
  `create table quiz_asked (channel text not null, item text not null, at integer not null, primary key (channel, item))`,
  `create table scores (board text not null, period text not null, user_key text not null, name text not null,
    points integer not null, answered integer not null, correct integer not null, won integer not null,
    primary key (board, period, user_key))`,
  'create table boards (board text not null, period text not null, people integer not null, primary key (board, period))',
  `create table topics (scope text not null, user_key text not null, topic text not null, answered integer not null,
    correct integer not null, primary key (scope, user_key, topic))`,
  `create table teams (board text not null, team text not null, won integer not null, played integer not null,
    points integer not null, primary key (board, team))`,
  `create table board_pages (token text primary key, board text not null unique, scope text not null,
    channel text not null)`,
  `create table gaps (kind text not null, query_key text not null, question text not null, query text not null,
    count integer not null, last integer not null, primary key (kind, query_key, question))`,
  'create table events (event text primary key, seen_at integer not null)',
  'create table instances (owner text primary key, seen_at integer not null)',
  'create table counters (name text primary key, value integer not null)',
];

const indexes = [
  'create index timers_next on timers (clock, next_at)',
  `create index outgoings_next on outgoings (next_at) where state = 'waiting'`,
  `create index outgoings_lane on outgoings (lane, seq) where state = 'waiting'`,
  'create index outgoings_seq on outgoings (seq)',
  'create index outgoings_message on outgoings (message) where message is not null',
  'create index outgoings_ended on outgoings (ended_at) where ended_at is not null',
  'create index daily_answers_user on daily_answers (user_key)',
  'create index streaks_last on streaks (channel, last_date)',
  'create unique index quizzes_one_live on quizzes (channel) where live = 1',
  'create index quiz_answers_user on quiz_answers (user_key)',
  'create index scores_order on scores (board, period, points desc, answered, user_key)',
  'create index scores_user on scores (user_key)',
  'create index topics_user on topics (user_key)',
  'create index gaps_rare on gaps (count, last)',
  'create index events_seen on events (seen_at)',
];
