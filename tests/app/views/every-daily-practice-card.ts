import type { Appointment } from '../../../src/app/store/appointment.ts';
import * as views from '../../../src/app/views/daily-practice.ts';
import { dayQuestionCard } from '../../../src/app/views/daily-practice-message.ts';
import { askedItem } from '../../../src/core/asked-item.ts';
import type { MissedDay } from '../../../src/core/practice/daily-practice.ts';
import { dayRequest } from '../../../src/core/practice/daily-practice.ts';
import type { PracticeSession } from '../../../src/core/practice/session.ts';
import { addDays, weekdays } from '../../../src/core/schedule/local-date.ts';
import { whole as shipped } from '../../search/bank.ts';
import type { Named } from './named-card.ts';

const { subject, questions } = shipped;
const longZone = 'America/Argentina/ComodRivadavia';
const date = '2026-11-26';

const practice: Appointment = {
  ...{ user: 'u', settings: { time: { hour: 9, minute: 0 }, zone: longZone, days: weekdays }, on: true },
  ...{ nextDate: date, nextAt: Date.parse('2026-11-26T08:00:00Z'), rules: '2026f', asked: null, missed: [] },
};

/** As many days as are told of, for every reason. */
const missed = (['stopped', 'not-taken', 'unsure'] as const).flatMap((why): readonly MissedDay[] =>
  Array.from({ length: 11 }, (_, no) => ({ date: addDays(date, no), why })),
);

function sessionOf(count: number): PracticeSession {
  const item = { question: 'q'.repeat(60), item: 'i', asked: 'h', order: 5, why: 'due' } as const;
  const items = Array.from({ length: count }, () => item);
  return { ...{ id: 'p'.repeat(9), request: dayRequest, answers: [], stopped: false, wish: null }, items };
}

/** Every card of daily practice, at its usual size and at the largest that it can have. */
export function dailyPracticeCards(): readonly Named[] {
  const asked = { date, round: 7 };
  const time = practice.settings.time;
  return [
    ...questions.flatMap((question) =>
      question.items.flatMap((item): Named[] => {
        const about = { asked, canPutOff: true, missed };
        const first = askedItem(question, item);
        return [[`day's practice ${question.id} ${item.id}`, dayQuestionCard(sessionOf(5), first, subject, about)]];
      }),
    ),
    ...[true, false].flatMap((yes): Named[] => [
      [`daily practice on, ${yes}`, views.dailyPracticeOnCard(practice, { ownZone: yes, moved: yes, had: yes })],
      [`daily practice off, ${yes}`, views.dailyPracticeOffCard(yes)],
      [`daily practice left out, ${yes}`, views.leftOutCard(practice, yes)],
    ]),
    ['daily practice status', views.dailyPracticeStatusCard(practice)],
    ['daily practice status, off', views.dailyPracticeStatusCard(null)],
    ['daily practice status, waiting', views.dailyPracticeStatusCard({ ...practice, rules: '' })],
    ['daily practice put off', views.putOffCard(practice.nextAt)],
    ['daily practice over', views.dayOverCard(practice)],
    ['daily practice ended', views.dailyPracticeEndedCard()],
    ['daily practice zone', views.choosePracticeZoneCard('*'.repeat(500), { suggestions: [longZone] }, time)],
    ['daily practice zone, none', views.choosePracticeZoneCard('', { suggestions: [] }, time)],
  ];
}
