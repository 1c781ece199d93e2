import type { Appointment } from '../../../src/app/store/appointment.ts';
import * as views from '../../../src/app/views/reminders.ts';
import { noStreak } from '../../../src/core/daily/streak.ts';
import { whole } from '../../search/bank.ts';
import { dailies } from './every-daily-card.ts';
import type { Named } from './named-card.ts';

const time = { hour: 20, minute: 0 };
const longest = 'discord:1234567890123456789:1234567890123456789';
const address = `https://discord.com/channels/${'1'.repeat(60)}`;
const planned: Appointment = {
  ...{ user: 'u', settings: { time, zone: 'America/Argentina/ComodRivadavia', days: [1, 2, 3, 4, 5, 6, 7] }, on: true },
  ...{ nextDate: '2026-11-26', nextAt: Date.parse('2026-11-26T20:00:00Z'), rules: '2026f', asked: null, missed: [] },
};

/** Every card of reminders, at its usual size and at its largest. */
export function reminderCards(): readonly Named[] {
  const waiting = { post: { channel: longest, date: '2026-11-26b', order: [0, 1, 2, 3] }, address };
  const missed = Array.from({ length: 31 }, (_, day) => ({
    date: `2026-10-${String(day + 1).padStart(2, '0')}`,
    why: 'stopped' as const,
  }));
  const said = { streak: { ...noStreak, current: 365 }, subject: whole.subject, missed };
  return [
    ...dailies().map(
      (asked, no): Named => [
        `reminder ${no}`,
        views.reminderCard({ ...asked, ...waiting }, [waiting, waiting, waiting, waiting], said),
      ],
    ),
    ['reminders on', views.remindersOnCard(planned, { ownZone: true, moved: true, had: true })],
    ['reminders status', views.remindersStatusCard(planned)],
    ['reminders status, waiting', views.remindersStatusCard({ ...planned, rules: '' })],
    ['reminders status, off', views.remindersStatusCard(null)],
    ['reminders off', views.remindersOffCard(true)],
    ['reminders off before', views.remindersOffCard(false)],
    ['reminders ended', views.remindersEndedCard()],
    ['reminders, zone', views.chooseReminderZoneCard('CET+1', { suggestions: ['Europe/Berlin'] }, time)],
  ];
}
