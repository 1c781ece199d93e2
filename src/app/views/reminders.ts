import type { AskedItem } from '../../core/asked-item.ts';
import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Card, CardNode, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import { freezesLeft, type Streak } from '../../core/daily/streak.ts';
import type { MissedDay } from '../../core/practice/daily-practice.ts';
import { levelOf } from '../../core/question.ts';
import type { TimeOfDay } from '../../core/schedule/local-time.ts';
import type { UnknownZone } from '../../core/schedule/time-zones.ts';
import { buttonId } from '../dispatch/button.ts';
import type { Appointment } from '../store/appointment.ts';
import type { DailyPost } from '../store/daily.ts';
import { unplanned } from '../store/daily.ts';
import { namedChannel } from './channel.ts';
import { clockOf, waitsFor, weekdayOf, yourTime } from './daily-settings.ts';
import { askZoneCard } from './daily-zone.ts';
import { dayOf } from './dates.ts';
import { choicesNode, itemNodes } from './item.ts';
import { counted, inWords } from './numbers.ts';

const example = 'daily remind 20:00 Europe/Berlin';
const toTurnOn = paragraph('To turn them on: ', hint('daily remind 20:00'));

/** A question that somebody has not answered, where it stands, and its address, if messages have one. */
export type Waiting = { readonly post: Pick<DailyPost, 'channel' | 'date' | 'order'>; readonly address: string | null };

/** The message: the question itself, to be answered there, and where else one waits. */
export function reminderCard(
  first: Waiting & AskedItem,
  others: readonly Waiting[],
  {
    streak,
    subject,
    missed,
  }: {
    readonly streak: Streak | null;
    readonly subject: Subject;
    readonly missed: readonly MissedDay[];
  },
): Card {
  const { post, question, item } = first;
  return {
    title: 'The daily question waits for you',
    body: [
      ...missedNodes(missed),
      paragraph(...whereNodes(first), streakWords(streak, post.date)),
      ...itemNodes(item),
      choicesNode(item, post.order, (place) => buttonId('remind', 'pick', post.date, place, post.channel)),
      ...(others.length === 0 ? [] : [paragraph('Waiting, too: ', ...others.flatMap(listed), '.')]),
      { kind: 'actions', actions: [{ id: buttonId('remind', 'stop'), label: 'Stop these' }] },
      muted(
        [topicTitle(subject, question.topic), levelOf(question, item), 'it counts as if answered there'].join(' · '),
      ),
    ],
  };
}

function whereNodes({ post, address }: Waiting): Rich {
  const where = namedChannel(post.channel);
  const link: Rich =
    address === null ? [] : [...rich(' ('), { kind: 'link', text: 'see it there', url: address }, ...rich(')')];
  return [...rich('It was asked in '), where, ...link, ...rich(', and you have not answered it yet.')];
}

function listed({ post, address }: Waiting, index: number): Rich {
  const link: Rich =
    address === null ? [] : [...rich(' ('), { kind: 'link', text: 'see it there', url: address }, ...rich(')')];
  return [...rich(index === 0 ? '' : ', '), namedChannel(post.channel), ...link];
}

function streakWords(streak: Streak | null, date: string): string {
  if (streak === null || streak.current === 0) return '';
  const left = freezesLeft(streak, date);
  const kept =
    left === 0
      ? 'no freeze is left to keep it'
      : `${counted(left, 'freeze')} ${left === 1 ? 'is' : 'are'} left to keep it`;
  return ` Your streak there is ${counted(streak.current, 'question')}; ${kept}.`;
}

/** What became of days whose reminder did not come, or perhaps. */
function missedNodes(missed: readonly MissedDay[]): readonly CardNode[] {
  const days = (...whys: readonly MissedDay['why'][]) => missed.filter(({ why }) => whys.includes(why));
  const lines = [
    { of: days('stopped'), words: 'did not come: when it was due I was not running, or did not know the clocks there' },
    { of: days('not-taken'), words: 'did not come: the chat did not take my messages in time' },
    { of: days('unsure'), words: 'may be missing: I heard nothing back, and did not want to remind you twice' },
  ];
  return lines.flatMap(({ of, words }) =>
    of.length === 0 ? [] : [paragraph(`The reminder of ${inWords(of.map(({ date }) => dayOf(date)))} ${words}.`)],
  );
}

/** Confirms that it was turned on. */
export function remindersOnCard(
  planned: Appointment,
  { ownZone, moved, had }: { readonly ownZone: boolean; readonly moved: boolean; readonly had: boolean },
): Card {
  return {
    tone: 'good',
    title: 'Reminders are on',
    body: [
      fieldsOf(planned),
      paragraph(
        'At that time I write you a direct message, if a daily question is open where you have answered one in the last month, and you have not answered it: one message a day at most, for you alone.',
      ),
      ...(ownZone ? [paragraph('That is your own time zone. For another, say its city: ', hint(example), '.')] : []),
      ...(moved ? [paragraph('You had turned them on somewhere else; from now on they are about here alone.')] : []),
      ...(had ? [paragraph('Today has had its message already, so they begin with the next day.')] : []),
      muted(hint('daily remind'), ' says when they come, ', hint('daily remind off'), ' ends them.'),
    ],
  };
}

/** When the next may come, or how to turn them on. */
export function remindersStatusCard(planned: Appointment | null): Card {
  if (planned === null || !planned.on) {
    return {
      title: 'Reminders are off',
      body: [
        paragraph(
          'Once they are on, I write you a direct message when a daily question is open that you have not answered.',
        ),
        toTurnOn,
      ],
    };
  }
  return {
    title: 'Reminders are on',
    body: [fieldsOf(planned), muted('To end them: ', hint('daily remind off'))],
  };
}

/** `was`: they were on until now. */
export function remindersOffCard(was: boolean): Card {
  const kept = 'I remind you no more. Your streaks stay, and freezes keep them as before.';
  return { title: 'Reminders are off', body: [paragraph(was ? kept : 'They were off already.'), toTurnOn] };
}

/** Told with the answer to their next command to somebody who takes no direct messages. */
export function remindersEndedCard(): Card {
  return {
    tone: 'notice',
    title: 'Reminders were turned off',
    body: [
      paragraph(
        'They come by direct message, and mine was refused, so I send no more. Once you take them, turn them on again: ',
        hint('daily remind 20:00'),
      ),
    ],
  };
}

/** Asks for the time zone; a press turns them on. `typed`: what the person wrote, empty for nothing. */
export function chooseReminderZoneCard(typed: string, unknown: Omit<UnknownZone, 'kind'>, time: TimeOfDay): Card {
  const clock = clockOf(time).replace(':', '');
  return askZoneCard(typed, unknown, {
    example,
    what: 'your reminder',
    button: (zone) => buttonId('remind', 'zone', clock, zone),
  });
}

function fieldsOf({ settings: { time, zone }, ...planned }: Appointment): CardNode {
  const next: Rich =
    planned.rules === unplanned
      ? rich(`waits: ${waitsFor}`)
      : [...rich(`${weekdayOf(planned.nextDate)}, ${clockOf(time)} ${zone} `), ...yourTime(planned.nextAt)];
  return {
    kind: 'fields',
    fields: [
      { name: 'When', value: rich(`${clockOf(time)} ${zone}, on days on which a question waits for you`) },
      { name: 'Next', value: next },
    ],
  };
}
