import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Card, Rich } from '../../core/card.ts';
import { paragraph, rich } from '../../core/card.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import type { Occurrence } from '../../core/schedule/occurrence.ts';
import type { Hindrance } from '../hindrance.ts';
import { namedChannel } from './channel.ts';
import { clockOf, dayList, namedGroup, weekdayOf } from './daily-settings.ts';
import { obstacleWords } from './daily-trouble.ts';
import { dayOf } from './dates.ts';

/** What was set up, when it comes first, and whether it is in place of something else. */
type SetUp = { readonly settings: DailySettings; readonly next: Occurrence; readonly change: boolean };

type Person = { readonly user: string; readonly name: string };

/** For everybody in the channel: somebody has set up or changed the daily question. */
export function dailySetCard(who: Person, { settings, next, change }: SetUp, subject: Subject): Card {
  const { time, zone, days, topic, level, thread, ping } = settings;
  const about = [topic && topicTitle(subject, topic), level].filter((word) => word !== undefined);
  const parts = [
    `${dayList(days)} at ${clockOf(time)} ${zone}`,
    ...(about.length === 0 ? [] : [about.join(', ')]),
    ...(thread ? ['with a thread for discussion'] : []),
  ];
  const what = change ? 'changed the daily question' : 'set up a daily question';
  return line(
    who,
    ...rich(` ${what}: ${parts.join('; ')}`),
    ...(ping === null ? [] : [...rich('; notifying '), namedGroup(ping)]),
    ...rich(`. The ${change ? 'next' : 'first'} comes on ${weekdayOf(next.date)}.`),
  );
}

/** For everybody in the channel: no more questions. */
export function dailyEndedCard(who: Person): Card {
  return line(who, ...rich(' turned the daily question off.'));
}

/** For everybody in the channel: a date is skipped. */
export function dailyLeftOutCard(who: Person, date: string, next: Occurrence | null): Card {
  const after = next === null ? '' : ` The next comes on ${weekdayOf(next.date)}.`;
  return line(who, ...rich(` left out the daily question of ${dayOf(date)}.${after}`));
}

/** For everybody in the channel: a date is no longer skipped. */
export function dailyPutBackCard(who: Person, date: string, { time, zone }: DailySettings): Card {
  return line(who, ...rich(` put the daily question of ${dayOf(date)} back: it comes at ${clockOf(time)} ${zone}.`));
}

/** For the person who set it up: it is on, but nothing can be posted. */
export function dailyUntoldCard(
  channel: string,
  obstacle: Parameters<typeof obstacleWords>[0],
  hindrance?: Hindrance,
): Card {
  return {
    tone: 'notice',
    title: 'The daily question is on, but I cannot post it',
    body: [
      paragraph(
        'I wanted to tell the channel ',
        namedChannel(channel),
        ' about it, and could not',
        ...obstacleWords(obstacle, hindrance),
        ' If that is not mended before the first question, I turn it off again.',
      ),
    ],
  };
}

function line({ user, name }: Person, ...words: Rich): Card {
  return { body: [{ kind: 'text', text: [{ kind: 'person', user, text: name }, ...words] }] };
}
