import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import { bareId } from '../../core/bank-name.ts';
import type { Card, Field, GroupSpan, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import type { Occurrence } from '../../core/schedule/occurrence.ts';
import type { DailySchedule, DailyStreak } from '../store/daily.ts';
import { unplanned } from '../store/daily.ts';
import { streakLine } from './daily.ts';
import { dayOf } from './dates.ts';
import { counted, grouped, inWords } from './numbers.ts';

const turnOn = [paragraph('To turn it on: ', hint('daily on 09:00 Europe/Berlin weekdays'))];

/** Why nothing is planned. */
export const waitsFor = 'the time zone rules of this bot do not know that zone just now';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * Confirms that the daily question was set up: when it comes, from what, and when first. `ownZone`: the zone is the
 * person's own, not one they named. `changed`: today has already had its question, so the first one comes later than
 * its time suggests; and dates that were skipped but no longer are.
 */
export function dailyOnCard(
  settings: DailySettings,
  next: Occurrence,
  pool: number,
  subject: Subject,
  ownZone = false,
  changed: { readonly had: boolean; readonly unskipped: readonly string[] } = { had: false, unskipped: [] },
): Card {
  return {
    tone: 'good',
    title: 'The daily question is on',
    body: [
      {
        kind: 'fields',
        fields: [
          ...settingFields(settings, next, subject),
          { name: 'To choose from', value: rich(counted(pool, 'question')) },
        ],
      },
      ...(ownZone
        ? [
            paragraph(
              'That is your own time zone. For another, say its city: ',
              hint('daily on 09:00 Europe/Berlin'),
              '.',
            ),
          ]
        : []),
      ...(changed.had
        ? [paragraph('Today has had its question already, or it could not be posted; the next date begins anew.')]
        : []),
      ...(changed.unskipped.length === 0
        ? []
        : [paragraph(`No longer left out: ${inWords(changed.unskipped.map(dayOf))}.`)]),
      muted(
        hint('daily now'),
        ' posts one at once, ',
        hint('daily skip'),
        ' leaves the next one out (',
        hint('daily unskip'),
        ' takes that back), ',
        hint('daily off'),
        ' ends it.',
      ),
    ],
  };
}

/** The status of a channel's daily question. */
export function dailyStatusCard(
  schedule: DailySchedule | null,
  numbers: { readonly asked: number; readonly left: number },
  subject: Subject,
  streaks: readonly DailyStreak[],
  skipped: readonly string[] = [],
): Card {
  if (schedule === null || !schedule.on) {
    return {
      title: 'The daily question is off',
      body: turnOn,
    };
  }
  const next = schedule.rules === unplanned ? null : { date: schedule.nextDate, at: schedule.nextAt };
  return {
    title: 'The daily question is on',
    body: [
      {
        kind: 'fields',
        fields: [
          ...settingFields(schedule.settings, next, subject),
          ...(skipped.length === 0 ? [] : [{ name: 'Left out', value: rich(inWords(skipped.map(dayOf))) }]),
          {
            name: 'Asked so far',
            value: rich(`${counted(numbers.asked, 'question')}, ${grouped(numbers.left)} still to come`),
          },
        ],
      },
      ...streakLine(streaks),
    ],
  };
}

export function dailyOffCard(was: boolean): Card {
  return {
    title: 'The daily question is off',
    body: [paragraph(was ? 'No more will be posted here. Points and streaks stay.' : 'It was off already.'), ...turnOn],
  };
}

/** `wish`: what cannot be done because it is off. */
export function dailyNotOnCard(wish: 'skip' | 'take back'): Card {
  return {
    tone: 'notice',
    title: 'The daily question is off',
    body: [paragraph(`There is nothing to ${wish}.`), ...turnOn],
  };
}

/** Only some people may change what a whole channel gets. */
export function notAllowedCard(): Card {
  return {
    tone: 'notice',
    title: 'That is for those who run this channel',
    body: [paragraph('Please ask one of them. Looking things up, answering and playing are open to everybody.')],
  };
}

function settingFields(
  { time, days, zone, topic, level, thread, ping }: DailySettings,
  next: Occurrence | null,
  subject: Subject,
): readonly Field[] {
  const clock = clockOf(time);
  return [
    { name: 'When', value: rich(`${clock} ${zone}, ${dayList(days)}`) },
    {
      name: 'Next',
      value:
        next === null
          ? rich(`waits: ${waitsFor}`)
          : [...rich(`${weekdayOf(next.date)}, ${clock} ${zone} `), ...yourTime(next.at)],
    },
    { name: 'About', value: rich([aboutTopic(topic, subject), level ?? 'all levels'].join(', ')) },
    ...(thread ? [{ name: 'Thread', value: rich('one for discussion under each post') }] : []),
    ...(ping === null ? [] : [{ name: 'Notifies', value: [namedGroup(ping)] }]),
  ];
}

function aboutTopic(topic: string | undefined, subject: Subject): string {
  if (topic === undefined) return 'all topics';
  const isKnown = subject.topics.some(({ id }) => id === topic);
  return isKnown ? topicTitle(subject, topic) : `“${bareId(topicTitle(subject, topic))}”, which the bank no longer has`;
}

/** `09:00`. */
export function clockOf({ hour, minute }: DailySettings['time']): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Who is pinged: `<!subteam^S1|@ml>` contains a name, other notations only a number. */
export function namedGroup(ping: string): GroupSpan {
  const [, name = 'one group'] = /\|(.+)>$/.exec(ping) ?? [];
  return { kind: 'group', group: ping, text: ping.startsWith('<') ? name : ping };
}

export function dayList(days: readonly number[]): string {
  const key = days.toSorted().join('');
  if (key === '1234567') return 'every day';
  if (key === '12345') return 'Monday to Friday';
  return days
    .toSorted()
    .map((day) => dayNames[day - 1]?.slice(0, 3))
    .join(', ');
}

/** `Thursday, 26 November` for a date in the schedule's zone. */
export function weekdayOf(date: string): string {
  return `${dayNames[(new Date(date).getUTCDay() + 6) % 7]}, ${dayOf(date)}`;
}

/** `(your time: …)`, since readers see an instant by their own clock, perhaps on another day. */
export function yourTime(at: number): Rich {
  const text = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [...rich('(your time: '), { kind: 'time', text, style: 'date-time', at }, ...rich(')')];
}
