import type { NamedTopic } from '../bank.ts';
import { editDistance } from '../edit-distance.ts';
import { levels } from '../question.ts';
import { parseDays, shortenDays } from './days.ts';
import { parseTime } from './time-of-day.ts';
import { idsOf, isLevel, isTopic, wordsOf } from './words.ts';

/** What was typed into each field of `daily on`, unchecked; on platforms with typed options these fill it directly. */
export type DailyWords = {
  readonly time?: string;
  readonly zone?: string;
  readonly days?: string;
  readonly topic?: string;
  readonly level?: string;
  readonly ping?: string;
  readonly thread?: boolean;
  /** A field that was given more than once. */
  readonly doubled?: string;
  /** Words that fit no field, and that are best kept out of the time zone. */
  readonly stray?: string;
};

type Field = 'time' | 'zone' | 'days' | 'topic' | 'level' | 'ping' | 'thread';

type Sorted = { readonly field: Field; readonly text: string };

/** No time zone's name has more words than `Ho Chi Minh City`. */
const zoneWords = 4;

/**
 * Sorts the words after `daily on` into fields, in whatever order they come; what fits no field belongs to the zone.
 * Null if the text looks like a look-up instead: some words fit no field, and no time comes before them, none contains
 * a slash or an offset, and no field is written with a colon; or there are too many for a zone.
 */
export function sortDailyWords(words: readonly string[], topics: readonly NamedTopic[]): DailyWords | null {
  const sorted = joinParts(wordsOf(shortenDays(words.join(' ')))).map((word) => toField(word, topics));
  const texts = (field: Field) => sorted.filter((word) => word.field === field).map(({ text }) => text);
  const zone = texts('zone').filter((text) => !/^(at|in|on)$/i.test(text));
  const timeFirst = sorted.find(({ field, text }) => field === 'time' || zone.includes(text))?.field === 'time';
  const spelledOut = words.some((word) => fieldPattern.test(word));
  const short = zone.length <= zoneWords && !words.at(-1)?.endsWith('?');
  const meant =
    zone.length === 0 ||
    spelledOut ||
    (short && (timeFirst || zone.some((word) => isZoneName(word) || isOffset(word))));
  if (!meant) return null;
  const whole = zoneAmong(zone, [...idsOf(topics), ...levels]);
  const kept = new Set(whole);
  const stray = zone.filter((word) => !kept.has(word));
  const once = (['time', 'topic', 'level', 'ping'] as const).map((field) => [field, texts(field)] as const);
  const doubled = once.find(([, values]) => values.length > 1)?.[0];
  return {
    ...Object.fromEntries(once.flatMap(([field, [value]]) => (value === undefined ? [] : [[field, value]]))),
    ...(texts('days').length === 0 ? {} : { days: texts('days').join(' ') }),
    ...(zone.length === 0 ? {} : { zone: whole.join(' ') }),
    thread: texts('thread').length > 0,
    ...(doubled === undefined ? {} : { doubled }),
    ...(stray.length === 0 ? {} : { stray: stray.join(' ') }),
  };
}

const fieldPattern = /^(topic|level|ping|time|zone|days):(.*)$/is;

/** Joins what a space has separated: `topic: history`, `9 am`, `UTC +5`. */
function joinParts(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1) ?? '';
    const parted =
      /^(topic|level|ping|time|zone|days):$/i.test(last) ||
      (/^[ap]\.?m\.?$/i.test(word) && parseTime(last) !== null) ||
      (/^[+−-]\d/.test(word) && /^(utc|gmt)$/i.test(last));
    if (parted) joined.splice(-1, 1, last + word);
    else joined.push(word);
  }
  return joined;
}

function toField(word: string, topics: readonly NamedTopic[]): Sorted {
  const lower = word.toLowerCase();
  const [, field, text = ''] = fieldPattern.exec(word) ?? [];
  if (field !== undefined) return { field: field.toLowerCase() as Field, text };
  if (/^\p{Nd}/u.test(lower) || parseTime(lower) !== null) return { field: 'time', text: word };
  if (lower === 'thread') return { field: 'thread', text: word };
  if (isTopic(lower, topics)) return { field: 'topic', text: lower };
  if (isLevel(lower)) return { field: 'level', text: lower };
  if (lower.split(',').some((part) => parseDays(part) !== null)) return { field: 'days', text: word };
  return { field: 'zone', text: word };
}

/**
 * The words that can belong to the zone: nothing before a region with its city, and no typing error in another field, of
 * which `known` are the words.
 */
function zoneAmong(words: readonly string[], known: readonly string[]): readonly string[] {
  const named = words.findIndex(isZoneName);
  return words.slice(Math.max(0, named)).filter((word) => !isNearly(word, known));
}

/** One letter off a known word; short words more likely belong to a zone. */
function isNearly(word: string, known: readonly string[]): boolean {
  const typed = word.toLowerCase();
  return typed.length > 4 && known.some((other) => editDistance(other, typed, 1) === 1);
}

function isZoneName(word: string): boolean {
  return /^\p{L}+\/\p{L}/u.test(word);
}

function isOffset(word: string): boolean {
  return /^(utc|gmt|(utc|gmt)?[+−-]\d.*)$/i.test(word);
}
