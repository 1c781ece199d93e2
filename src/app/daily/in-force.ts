import { bareId } from '../../core/bank-name.ts';
import type { Chosen } from '../../core/command/compose.ts';
import { weekdayValues } from '../../core/command/options.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import { weekdays } from '../../core/schedule/local-date.ts';
import type { Schedule } from '../../core/schedule/occurrence.ts';
import { clockOf } from '../views/daily-settings.ts';

/** The settings of a daily question as the options of the command that would set it up so; no days are all of them. */
export function chosenDaily(settings: DailySettings): Chosen {
  const { days, topic, level, thread, ping } = settings;
  const some = days.length === weekdays.length ? [] : days;
  return {
    ...chosenClock(settings),
    days: some.flatMap((day) => weekdayValues[day - 1]?.value ?? []),
    topic: topic === undefined ? [] : [bareId(topic)],
    level: level === undefined ? [] : [level],
    thread: thread ? ['on'] : [],
    ping: ping === null ? [] : [ping],
  };
}

/** Time and zone alone, which is all that daily practice has. */
export function chosenClock({ time, zone }: Pick<Schedule, 'time' | 'zone'>): Chosen {
  return { time: [clockOf(time)], zone: [zone] };
}
