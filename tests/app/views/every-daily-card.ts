import type { DailyAnswer, DailySchedule } from '../../../src/app/store/daily.ts';
import type { AskedDaily } from '../../../src/app/views/daily.ts';
import {
  dailyClosedCard,
  dailyDiscussionCard,
  dailyPostCard,
  dailyRevealCard,
  dailyVerdictCard,
  dailyWithdrawnCard,
} from '../../../src/app/views/daily.ts';
import * as told from '../../../src/app/views/daily-announcements.ts';
import { dailyNowCard } from '../../../src/app/views/daily-now.ts';
import * as settings from '../../../src/app/views/daily-settings.ts';
import { dailyNotSkippedCard, dailySkippedCard, dailyUnskippedCard } from '../../../src/app/views/daily-skips.ts';
import * as trouble from '../../../src/app/views/daily-trouble.ts';
import * as zoneViews from '../../../src/app/views/daily-zone.ts';
import { dailyDefaults } from '../../../src/core/daily/settings.ts';
import { addDays } from '../../../src/core/schedule/local-date.ts';
import { shipped } from '../../search/bank.ts';
import type { Named } from './named-card.ts';
import { bank, longName, userOf } from './quiz-samples.ts';

const next = { date: '2026-11-26', at: Date.parse('2026-11-26T08:00:00Z') };
/** Every item of the bank as a daily question. */
export function dailies(): readonly AskedDaily[] {
  return bank
    .items([], null)
    .map(({ question, item }) => ({ post: { date: next.date, order: [0, 1, 2, 3] }, question, item }));
}

const longZone = 'America/Argentina/ComodRivadavia';
const longZones = Array.from({ length: 10 }, (_, no) => `America/Argentina/ComodRivadavi${no}`);
const longDraft = '0'.repeat(36);

/** Every card of the daily question, at its usual size and at its largest. */
export function dailyCards(): readonly Named[] {
  const plan = { ...dailyDefaults, time: { hour: 9, minute: 0 }, zone: 'America/Argentina/ComodRivadavia' };
  const calling = {
    ...plan,
    thread: true,
    ping: '<@&900000000000000000>',
    topic: 'fundamentals',
    level: 'medium',
  } as const;
  const days = ['2026-11-30', '2026-12-01', '2026-12-02'];
  const frozen = { until: next.date, current: 365, longest: 365, kept: [], bridged: days, used: days.slice(1) };
  const streaks = [0, 1, 2].map((no) => ({ user: userOf(no), name: longName, current: 365, longest: 365 }));
  const schedule = {
    channel: 'c',
    scope: 's',
    settings: calling,
    setBy: 'u',
    on: true,
    nextDate: next.date,
    nextAt: next.at,
    rules: '2026f',
  };
  const answer = { user: userOf(1), name: longName, choice: 0, correct: true, at: 0 };
  return [
    ...dailies().flatMap((asked, no): Named[] => [
      [`daily ${no}`, dailyPostCard(asked, 1234, shipped.subject)],
      [`daily reveal ${no}`, dailyRevealCard(asked, [1000, 1000, 1000, 1000], [answer], streaks)],
      [`daily verdict ${no}`, dailyVerdictCard(asked, 0, { before: false, streak: frozen, flag: 'f'.repeat(32) })],
      [`daily closed ${no}`, dailyClosedCard(asked)],
      ...practised(asked, no, answer),
    ]),
    ['daily withdrawn', dailyWithdrawnCard(next.date)],
    ['daily discussion', dailyDiscussionCard()],
    ['daily on', settings.dailyOnCard(calling, next, 10_000, shipped.subject)],
    ['daily status', settings.dailyStatusCard(schedule, { asked: 5000, left: 5000 }, shipped.subject, streaks)],
    ['daily status, off', settings.dailyStatusCard(null, { asked: 0, left: 0 }, shipped.subject, [])],
    ['daily off', settings.dailyOffCard(true)],
    ['daily not on', settings.dailyNotOnCard('skip')],
    ...setUps(schedule),
    ['not allowed', settings.notAllowedCard()],
    [
      'daily status, waiting',
      settings.dailyStatusCard({ ...schedule, rules: '' }, { asked: 1, left: 1 }, shipped.subject, []),
    ],
    ['daily skipped, waiting', dailySkippedCard(next.date, null)],
    ['daily on, own zone', settings.dailyOnCard(calling, next, 1, shipped.subject, true)],
    ['unknown zone', zoneViews.chooseZoneCard('*'.repeat(500), { suggestions: longZones }, longDraft)],
    ['no zone', zoneViews.chooseZoneCard('', { suggestions: [longZone] }, longDraft)],
    ...[true, false].map(
      (yes): Named => [
        `offset ${yes}`,
        zoneViews.chooseZoneCard(
          'Etc/GMT+5',
          { suggestions: yes ? [longZone] : [], offset: { minutes: -330, inverted: yes, shifts: yes } },
          longDraft,
        ),
      ],
    ),
    ['zone of another', zoneViews.notYourDraftCard()],
    ['daily waits', zoneViews.dailyWaitingCard('slack:T012345678:C012345678', calling)],
    ...(['gone', 'forbidden', 'invalid', 'empty'] as const).map(
      (kind): Named => [
        `daily turned off: ${kind}`,
        trouble.dailyTurnedOffCard('slack:T012345678:C012345678', { kind }),
      ],
    ),
    [
      'daily turned off: no topic',
      trouble.dailyTurnedOffCard('slack:T012345678:C012345678', { kind: 'no-topic', topic: 'x'.repeat(30) }),
    ],
    [
      'daily status, no topic',
      settings.dailyStatusCard(
        { ...schedule, settings: { ...calling, topic: 'x'.repeat(30) } },
        { asked: 0, left: 0 },
        shipped.subject,
        [],
      ),
    ],
    ['daily late', trouble.dailyLateCard('slack:T012345678:C012345678', next.date, 359)],
    ['daily left out', trouble.dailyLeftOutCard('slack:T012345678:C012345678', next.date, 'stopped')],
    ['daily not taken', trouble.dailyLeftOutCard('slack:T012345678:C012345678', next.date, 'not-taken')],
    ['daily unverified', trouble.dailyUnverifiedCard('slack:T012345678:C012345678', next.date)],
  ];
}

/** The same question as one for practice, whose key has a number behind the date. */
function practised({ post, ...asked }: AskedDaily, no: number, answer: DailyAnswer): readonly Named[] {
  const practice = { ...asked, post: { ...post, date: `${next.date}-${no + 1}` } };
  return [
    [`daily practice ${no}`, dailyPostCard(practice, 1234, shipped.subject)],
    [`daily practice reveal ${no}`, dailyRevealCard(practice, [1000, 1000, 1000, 1000], [answer], [])],
    [`daily practice verdict ${no}`, dailyVerdictCard(practice, 0, { before: false, streak: null })],
    [`daily practice closed ${no}`, dailyClosedCard(practice)],
  ];
}

/** What one person and the whole channel are told of changes. */
function setUps(schedule: DailySchedule): readonly Named[] {
  const plan = schedule.settings;
  const who = { user: userOf(1), name: longName };
  const dates = Array.from({ length: 40 }, (_, day) => addDays(next.date, day));
  return [
    [
      'daily on, a day later',
      settings.dailyOnCard(plan, next, 1, shipped.subject, true, { had: true, unskipped: dates }),
    ],
    [
      'daily status, with dates left out',
      settings.dailyStatusCard(schedule, { asked: 0, left: 0 }, shipped.subject, [], dates),
    ],
    ['daily skipped', dailySkippedCard(next.date, next)],
    ['daily unskipped', dailyUnskippedCard(next.date, next, dates)],
    ['daily not skipped', dailyNotSkippedCard(next.date, next)],
    ['daily now, counts', dailyNowCard({ kind: 'counts' })],
    ['daily now, practice', dailyNowCard({ kind: 'practice', because: 'had' })],
    ['daily now, before the one that counts', dailyNowCard({ kind: 'practice', because: 'coming', at: next.at })],
    ['told: set', told.dailySetCard(who, { settings: plan, next, change: false }, shipped.subject)],
    ['told: changed', told.dailySetCard(who, { settings: plan, next, change: true }, shipped.subject)],
    ['told: off', told.dailyEndedCard(who)],
    ['told: left out', told.dailyLeftOutCard(who, next.date, next)],
    ['told: put back', told.dailyPutBackCard(who, next.date, plan)],
    ['not told', told.dailyUntoldCard('slack:T012345678:C012345678', 'forbidden')],
  ];
}
