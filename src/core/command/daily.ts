import type { NamedTopic } from '../bank.ts';
import { bareId } from '../bank-name.ts';
import type { DailySettings } from '../daily/settings.ts';
import { dailyDefaults } from '../daily/settings.ts';
import { levels } from '../question.ts';
import { type DailyWords, sortDailyWords } from './daily-words.ts';
import { parseDays } from './days.ts';
import { parseReminder, type ReminderCommand } from './reminder.ts';
import { parseTime } from './time-of-day.ts';
import { idsOf, isLevel, isSlip, isTopic, type Mistake, mistake, quoted } from './words.ts';

/** Settings whose zone has not been read yet (`readDailyZone` does, and needs the rules); empty if none was given. */
export type DailyRequest = Omit<DailySettings, 'zone'> & { readonly zoneText: string };

/** All except `on`, which takes settings. */
export const dailyActions = ['off', 'now', 'skip', 'unskip', 'status'] as const;

export type DailyCommand =
  | ReminderCommand
  | { readonly kind: 'daily'; readonly action: 'on'; readonly settings: DailyRequest }
  | { readonly kind: 'daily'; readonly action: (typeof dailyActions)[number] };

/** Synonyms of `off`. */
export const offWords: readonly string[] = ['stop', 'end', 'cancel', 'disable'];

/** Words that belong to commands, understood or not: text after `daily` that is made of them is not a question. */
const orderWords: readonly string[] = [
  ...[...dailyActions, ...offWords, 'on', 'pause', 'resume', 'start', 'begin', 'enable', 'turn', 'switch'],
  ...['please', 'the', 'it', 'question', 'next', 'today', 'tomorrow', 'again', 'help', 'settings', 'change', 'set'],
];

/** Longer text is not quoted in the suggested command. */
const saidBackAtMost = 120;

/** A `daily on` command that uses most options. */
function exampleOf([topic]: readonly NamedTopic[]): string {
  const about = topic === undefined ? '' : ` topic:${bareId(topic.id)}`;
  return `daily on 09:00 Europe/Berlin weekdays${about} level:medium`;
}

/**
 * Parses what follows `daily`: nothing (its status), `off`, `now`, `skip`, `unskip`, `status`, or `on` with time, zone,
 * days, topic, level, `thread` and `ping:` in any order. Null if it is neither such a command nor a mistake in one.
 */
export function parseDaily(words: readonly string[], topics: readonly NamedTopic[]): DailyCommand | Mistake | null {
  const [first = 'status', ...rest] = words.map((word) => word.toLowerCase());
  if (/^remind(ers?)?$/.test(first)) return parseReminder(rest, topics);
  const action = offWords.includes(first) ? 'off' : dailyActions.find((candidate) => candidate === first);
  if (action !== undefined && rest.length === 0) return { kind: 'daily', action };
  const sorted = sortDailyWords(first === 'on' ? words.slice(1) : words, topics);
  if (sorted !== null) return first === 'on' ? toDailyOn(sorted, topics) : withoutOn(sorted, words.join(' '), topics);
  if (!isSlip(words, orderWords)) return null;
  const wrong = `I do not understand ${quoted(words.join(' '))}; there are on, off, now, skip, unskip, status and remind.`;
  return mistake('daily', wrong, exampleOf(topics));
}

/** `on` was left out: the command is never carried out, but suggested with `on`. */
function withoutOn(sorted: DailyWords, typed: string, topics: readonly NamedTopic[]): Mistake {
  const command = toDailyOn(sorted, topics);
  if (command.kind === 'mistake') return command;
  const right = typed.length > saidBackAtMost ? exampleOf(topics) : `daily on ${typed}`;
  return mistake('daily', 'To turn the daily question on, put on in front.', right);
}

/**
 * The command for what was typed into the fields of `daily on`, or the first mistake in them. Missing fields get their
 * defaults.
 */
export function toDailyOn(typed: DailyWords, topics: readonly NamedTopic[]): DailyCommand | Mistake {
  const wrong = (reason: string) => mistake('daily', reason, exampleOf(topics));
  const time = parseTime(typed.time ?? '');
  const days = typed.days === undefined ? dailyDefaults.days : parseDays(typed.days);
  const topic = typed.topic?.toLowerCase();
  const level = typed.level?.toLowerCase();
  const zoneText = (typed.zone ?? '').trim();
  if (typed.doubled !== undefined) return wrong(`The ${typed.doubled} is given twice; write it once.`);
  if (typed.stray !== undefined) return strayWords(typed.stray, topics);
  if (typed.time === undefined) return wrong('The daily question needs a time of day.');
  if (time === null) return wrong(`${quoted(typed.time)} is not a time of day; write one from 00:00 to 23:59.`);
  if (days === null)
    return wrong(`${quoted(typed.days ?? '')} are not days; write weekdays, or for instance mon,wed,fri.`);
  if (topic !== undefined && !isTopic(topic, topics))
    return wrong(`${quoted(topic)} is not a topic; the topics are ${idsOf(topics).join(', ')}.`);
  if (level !== undefined && !isLevel(level))
    return wrong(`${quoted(level)} is not a level; the levels are ${levels.join(', ')}.`);
  if (typed.ping?.trim() === '') return wrong('ping: needs the group to notify right after it.');
  const filter = { ...(topic === undefined ? {} : { topic }), ...(level === undefined ? {} : { level }) };
  const around = { thread: typed.thread ?? dailyDefaults.thread, ping: toPing(typed.ping) };
  return { kind: 'daily', action: 'on', settings: { time, zoneText, days, ...filter, ...around } };
}

/** Words after `daily on` that do not belong there. */
export function strayWords(stray: string, topics: readonly NamedTopic[]): Mistake {
  const choice = 'a time, a time zone, days, a topic, a level, thread and whom to ping';
  return mistake('daily', `I do not understand ${quoted(stray)}. After on you can write ${choice}.`, exampleOf(topics));
}

function toPing(typed: string | undefined): string | null {
  const ping = typed?.trim() ?? '';
  return ['', 'off', 'none', 'nobody'].includes(ping.toLowerCase()) ? dailyDefaults.ping : ping;
}
