import type { Card, CardNode, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import type { TimeOfDay } from '../../core/schedule/local-time.ts';
import type { UnknownZone } from '../../core/schedule/time-zones.ts';
import { buttonId } from '../dispatch/button.ts';
import type { Appointment } from '../store/appointment.ts';
import { unplanned } from '../store/daily.ts';
import { clockOf, waitsFor, weekdayOf, yourTime } from './daily-settings.ts';
import { askZoneCard } from './daily-zone.ts';

type Planned = Pick<Appointment, 'settings' | 'nextDate' | 'nextAt' | 'rules'>;

const example = 'practice daily 08:00 Europe/Berlin';
const toTurnOn = paragraph('To turn it on: ', hint(example));

/**
 * Confirms that it was turned on. `ownZone`: the zone is the person's own, which they did not name; `moved`: it was on
 * somewhere else; `had`: today has had its message already.
 */
export function dailyPracticeOnCard(
  planned: Planned,
  { ownZone, moved, had }: { readonly ownZone: boolean; readonly moved: boolean; readonly had: boolean },
): Card {
  return {
    tone: 'good',
    title: 'Daily practice is on',
    body: [
      fieldsOf(planned),
      paragraph(
        'At that time I write you a direct message, if anything is due and you have not practised yet that day: five questions at most, and never two messages for one day unless you put one off.',
      ),
      ...(ownZone ? [paragraph('That is your own time zone. For another, say its city: ', hint(example), '.')] : []),
      ...(moved ? [paragraph('You had turned it on somewhere else; from now on it comes from here alone.')] : []),
      ...(had ? [paragraph('Today has had its message already, so it begins with the next day.')] : []),
      muted(hint('practice daily'), ' says when it comes, ', hint('practice daily off'), ' ends it.'),
    ],
  };
}

/** When it comes next, or how to turn it on. */
export function dailyPracticeStatusCard(practice: Appointment | null): Card {
  if (practice === null || !practice.on) {
    return {
      title: 'Daily practice is off',
      body: [
        paragraph(
          'Once it is on, what is due comes to you by direct message, at an hour of yours, five questions a day at most.',
        ),
        toTurnOn,
      ],
    };
  }
  return {
    title: 'Daily practice is on',
    body: [fieldsOf(practice), muted('To end it: ', hint('practice daily off'))],
  };
}

/** `was`: it was on until now. */
export function dailyPracticeOffCard(was: boolean): Card {
  const kept = 'I write you no more of these. What you have learned stays, and is there whenever you type ';
  return {
    title: 'Daily practice is off',
    body: [was ? paragraph(kept, hint('practice'), '.') : paragraph('It was off already.'), toTurnOn],
  };
}

/** For *Later*: when the same is asked again. */
export function putOffCard(again: number): Card {
  const text = `${new Date(again).toISOString().slice(11, 16)} UTC`;
  return {
    title: 'Later, then',
    body: [
      paragraph(
        'I ask you again at ',
        { kind: 'time', text, style: 'time', at: again },
        '. To begin before: ',
        hint('practice'),
      ),
    ],
  };
}

/** For *Not today*, and for *Later* where the day is too short for that (`late`). */
export function leftOutCard(planned: Planned, late: boolean): Card {
  return {
    title: 'Not today, then',
    body: [
      ...(late ? [paragraph('In three hours this day will be over where you are, so I leave it at that.')] : []),
      paragraph('What is due stays due. ', ...nextLine(planned)),
    ],
  };
}

/** For a button of a message that has had its day, or was asked anew. */
export function dayOverCard(planned: Planned): Card {
  return {
    tone: 'notice',
    title: 'That message has had its day',
    body: [paragraph(...nextLine(planned), ' To practise now: ', hint('practice'))],
  };
}

/** Told with the answer to their next command to somebody who takes no direct messages. */
export function dailyPracticeEndedCard(): Card {
  return {
    tone: 'notice',
    title: 'Daily practice was turned off',
    body: [
      paragraph(
        'It comes by direct message, and mine was refused, so I send no more. Once you take them, turn it on again: ',
        hint(example),
      ),
    ],
  };
}

/** Asks for the time zone; a press turns it on. `typed`: what the person wrote, empty for nothing. */
export function choosePracticeZoneCard(typed: string, unknown: Omit<UnknownZone, 'kind'>, time: TimeOfDay): Card {
  const clock = clockOf(time).replace(':', '');
  return askZoneCard(typed, unknown, {
    example,
    what: 'your practice',
    button: (zone) => buttonId('practice-zone', clock, zone),
  });
}

function fieldsOf({ settings: { time, zone }, ...planned }: Planned): CardNode {
  const isPlanned = planned.rules !== unplanned;
  const next: Rich = isPlanned
    ? [...rich(`${weekdayOf(planned.nextDate)}, ${clockOf(time)} ${zone} `), ...yourTime(planned.nextAt)]
    : rich(`waits: ${waitsFor}`);
  return {
    kind: 'fields',
    fields: [
      { name: 'When', value: rich(`${clockOf(time)} ${zone}, every day on which anything is due`) },
      { name: 'Next', value: next },
    ],
  };
}

function nextLine({ settings: { time }, nextDate, rules }: Planned): readonly string[] {
  if (rules === unplanned) return [`The next message waits: ${waitsFor}.`];
  return [`The next message comes on ${weekdayOf(nextDate)}, at ${clockOf(time)}.`];
}
