import type { DailyAnswer, DailySchedule } from '../../../src/app/store/daily.ts';
import { answerCard, sharedCard } from '../../../src/app/views/answer.ts';
import type { AskedDaily } from '../../../src/app/views/daily.ts';
import {
  dailyClosedCard,
  dailyPostCard,
  dailyRevealCard,
  dailyVerdictCard,
  dailyWithdrawnCard,
} from '../../../src/app/views/daily.ts';
import { dailyNowCard } from '../../../src/app/views/daily-now.ts';
import * as settings from '../../../src/app/views/daily-settings.ts';
import { dailyNotSkippedCard, dailySkippedCard, dailyUnskippedCard } from '../../../src/app/views/daily-skips.ts';
import * as told from '../../../src/app/views/daily-told.ts';
import * as zoneViews from '../../../src/app/views/daily-zone.ts';
import * as feedback from '../../../src/app/views/feedback.ts';
import { helpCard, topicsCard } from '../../../src/app/views/help.ts';
import { leaderboardCard, teamBoardCard } from '../../../src/app/views/leaderboard.ts';
import * as notFound from '../../../src/app/views/not-found.ts';
import { forgetCard, forgottenCard, personalCard } from '../../../src/app/views/personal.ts';
import { practiceCard, practiceVerdictCard } from '../../../src/app/views/practice.ts';
import * as problem from '../../../src/app/views/problem.ts';
import * as controls from '../../../src/app/views/quiz-controls.ts';
import { lobbyCard, overCard } from '../../../src/app/views/quiz-lobby.ts';
import { channelResultCard, resultCard } from '../../../src/app/views/quiz-result.ts';
import { reviewCard } from '../../../src/app/views/quiz-review.ts';
import { pausedCard, questionCard, resumedCard, revealCard } from '../../../src/app/views/quiz-round.ts';
import * as words from '../../../src/app/views/quiz-words.ts';
import type { Card } from '../../../src/core/card.ts';
import { dailyDefaults } from '../../../src/core/daily/settings.ts';
import { topics } from '../../../src/core/question.ts';
import { defaultSettings } from '../../../src/core/quiz/settings.ts';
import type { Phase } from '../../../src/core/quiz/state.ts';
import { addDays } from '../../../src/core/schedule/local-date.ts';
import {
  asked,
  askingOf,
  bank,
  itemOf,
  lobbyOf,
  longName,
  pausedAt,
  questions,
  quizOf,
  userOf,
} from './quiz-samples.ts';

type Named = readonly [name: string, card: Card];

const here = { direct: false, page: 'https://bot.example/questions/stride' };
const next = { date: '2026-11-26', at: Date.parse('2026-11-26T08:00:00Z') };
const three = questions.slice(0, 3);

function lookUps(): readonly Named[] {
  const person = { user: userOf(1), name: longName };
  return [
    ...questions.flatMap((question): Named[] => [
      [`answer ${question.id}`, answerCard(question, three, here)],
      [`shared ${question.id}`, sharedCard(question, person)],
      ...question.items.flatMap((item): Named[] => {
        const entry = { question, item, hash: 'f'.repeat(32) };
        return [
          [`practice ${question.id} ${item.id}`, practiceCard(entry, 5)],
          [`practice verdict ${question.id} ${item.id}`, practiceVerdictCard(entry, 5, 0, { id: 'n'.repeat(30) })],
        ];
      }),
    ]),
    ['unsure', notFound.unsureCard('*'.repeat(5000), three)],
    ['nothing', notFound.nothingCard('<!channel> '.repeat(500))],
    ['no words', notFound.noWordsCard()],
    ['help', helpCard(10_000, three, true)],
    ['topics', topicsCard(questions)],
    ['vote up', feedback.voteUpCard(true)],
    ['vote down', feedback.voteDownCard(three, true)],
    ['voted before', feedback.votedBeforeCard()],
    ['stale', problem.staleCard()],
    ['failure', problem.failureCard()],
    ['empty filter', problem.emptyFilterCard('sequences easy')],
    ['unavailable', problem.unavailableCard()],
    ['repeated', problem.repeatedCard()],
    ['shared before', problem.sharedBeforeCard()],
    ['mistake', problem.mistakeCard(`“${'*'.repeat(40)}” is not a topic. For example: quiz 10 tensors`)],
  ];
}

/** Every item of the bank as a daily question. */
export function dailies(): readonly AskedDaily[] {
  return bank
    .items([], null)
    .map(({ question, item }) => ({ post: { date: next.date, order: [0, 1, 2, 3] }, question, item }));
}

const longZone = 'America/Argentina/ComodRivadavia';
const longZones = Array.from({ length: 10 }, (_, no) => `America/Argentina/ComodRivadavi${no}`);
const longDraft = '0'.repeat(36);

function daily(): readonly Named[] {
  const plan = { ...dailyDefaults, time: { hour: 9, minute: 0 }, zone: 'America/Argentina/ComodRivadavia' };
  const calling = {
    ...plan,
    thread: true,
    ping: '<@&900000000000000000>',
    topic: 'fundamentals',
    level: 'medium',
  } as const;
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
      [`daily ${no}`, dailyPostCard(asked, 1234)],
      [`daily reveal ${no}`, dailyRevealCard(asked, [1000, 1000, 1000, 1000], [answer], streaks)],
      [`daily verdict ${no}`, dailyVerdictCard(asked, 0, { before: false, streak: 365 })],
      [`daily closed ${no}`, dailyClosedCard(asked)],
      ...practised(asked, no, answer),
    ]),
    ['daily withdrawn', dailyWithdrawnCard(next.date)],
    ['daily on', settings.dailyOnCard(calling, next, 10_000)],
    ['daily status', settings.dailyStatusCard(schedule, { asked: 5000, left: 5000 }, streaks)],
    ['daily status, off', settings.dailyStatusCard(null, { asked: 0, left: 0 }, [])],
    ['daily off', settings.dailyOffCard(true)],
    ['daily not on', settings.dailyNotOnCard('skip')],
    ...setUps(schedule),
    ['not allowed', settings.notAllowedCard()],
    ['daily status, waiting', settings.dailyStatusCard({ ...schedule, rules: '' }, { asked: 1, left: 1 }, [])],
    ['daily skipped, waiting', dailySkippedCard(next.date, null)],
    ['daily on, own zone', settings.dailyOnCard(calling, next, 1, true)],
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
      (why): Named => [`daily turned off: ${why}`, settings.dailyTurnedOffCard('slack:T012345678:C012345678', why)],
    ),
    ['daily unverified', settings.dailyUnverifiedCard('slack:T012345678:C012345678', next.date)],
  ];
}

const phases: { readonly [Kind in Phase['kind']]: Extract<Phase, { kind: Kind }> } = {
  lobby: { kind: 'lobby', due: 0 },
  asking: { kind: 'asking', question: { kind: 'unposted', interrupted: false } },
  revealing: { kind: 'revealing', due: 0 },
  paused: { kind: 'paused', was: { kind: 'between' }, reason: { kind: 'nobody-answers' }, due: 0 },
  over: { kind: 'over', reason: 'finished', at: 0 },
};

/** The same question as one for practice, whose key has a number behind the date. */
function practised({ post, ...asked }: AskedDaily, no: number, answer: DailyAnswer): readonly Named[] {
  const practice = { ...asked, post: { ...post, date: `${next.date}-${no + 1}` } };
  return [
    [`daily practice ${no}`, dailyPostCard(practice, 1234)],
    [`daily practice reveal ${no}`, dailyRevealCard(practice, [1000, 1000, 1000, 1000], [answer], [])],
    [`daily practice verdict ${no}`, dailyVerdictCard(practice, 0, { before: false, streak: 0 })],
    [`daily practice closed ${no}`, dailyClosedCard(practice)],
  ];
}

/** What one person and the whole channel are told of changes. */
function setUps(schedule: DailySchedule): readonly Named[] {
  const plan = schedule.settings;
  const who = { user: userOf(1), name: longName };
  const dates = Array.from({ length: 40 }, (_, day) => addDays(next.date, day));
  return [
    ['daily on, a day later', settings.dailyOnCard(plan, next, 1, true, { had: true, unskipped: dates })],
    ['daily status, with dates left out', settings.dailyStatusCard(schedule, { asked: 0, left: 0 }, [], dates)],
    ['daily skipped', dailySkippedCard(next.date, next)],
    ['daily unskipped', dailyUnskippedCard(next.date, next, dates)],
    ['daily not skipped', dailyNotSkippedCard(next.date, next)],
    ['daily now, counts', dailyNowCard({ kind: 'counts' })],
    ['daily now, practice', dailyNowCard({ kind: 'practice', because: 'had' })],
    ['daily now, before the one that counts', dailyNowCard({ kind: 'practice', because: 'coming', at: next.at })],
    ['told: set', told.dailySetCard(who, plan, next, false)],
    ['told: changed', told.dailySetCard(who, plan, next, true)],
    ['told: off', told.dailyEndedCard(who)],
    ['told: left out', told.dailyLeftOutCard(who, next.date, next)],
    ['told: put back', told.dailyPutBackCard(who, next.date, plan)],
    ['not told', told.dailyUntoldCard('slack:T012345678:C012345678', 'forbidden')],
  ];
}

const crowds = [
  { players: 0, questions: 1 },
  { players: 1, questions: 1 },
  { players: 2, questions: 10 },
  { players: 3, questions: 10 },
  { players: 30, questions: 10 },
  { players: 80, questions: 50, named: () => longName },
  {
    players: 80,
    questions: 50,
    named: () => longName,
    tied: true,
    choose: (_: number, __: number, right: number) => right,
  },
  { players: 6, questions: 10, teams: 2 },
  { players: 80, questions: 50, named: () => longName, teams: 8 },
  { players: 80, questions: 50, named: () => longName, choose: () => null },
];

function quizzes(): readonly Named[] {
  const titles = questions.map(({ title }) => title);
  const all = quizOf({ players: 2, questions: 50 });
  return [
    ...crowds.flatMap((crowd, no): Named[] => {
      const [state, asking] = [quizOf(crowd), askingOf(crowd)];
      const last = crowd.questions - 1;
      return [
        [`lobby ${no}`, lobbyCard(lobbyOf(crowd))],
        [`lobby, running ${no}`, lobbyCard(asking)],
        [`over ${no}`, overCard(state)],
        [
          `result ${no}`,
          resultCard(
            state,
            state.questions.map((_, index) => titles[index] ?? ''),
          ),
        ],
        [`channel result ${no}`, channelResultCard(state)],
        [`question ${no}`, questionCard(asking, last, itemOf(asking, last), crowd.players)],
        [`question, paused ${no}`, questionCard(pausedAt(asking, 59_500), last, itemOf(asking, last), crowd.players)],
      ];
    }),
    ...Array.from({ length: 50 }, (_, no): readonly Named[] => [
      [
        `every question ${no}`,
        questionCard(askingOf({ players: 9, questions: no + 1, named: () => longName }), no, itemOf(all, no), 8),
      ],
      [
        `every reveal ${no}`,
        revealCard(
          quizOf({ players: 80, questions: no + 1, named: () => longName, teams: 8 }),
          no,
          itemOf(all, no),
          'stride',
        ),
      ],
      [`review of ${no + 1}`, reviewOf(no + 1, 'right')],
      [`review of ${no + 1}, nothing chosen`, reviewOf(no + 1, 'none')],
    ]).flat(),
    ['lost question', questionCard(askingOf({ players: 3, questions: 2 }), 1, null, 0)],
    [
      'lost reveal',
      revealCard(quizOf({ players: 80, questions: 2, named: () => longName, teams: 8 }), 1, null, 'stride'),
    ],
    ['lost review', reviewCard(quizOf({ players: 1, questions: 50, choose: () => null }), userOf(0), new Map())],
    ['paused', pausedCard(all, { kind: 'nobody-answers' })],
    ['resumed', resumedCard(all)],
    ['opened', words.quizOpenedCard()],
    ['runs', words.quizRunsCard('https://chat.example/1')],
    [
      'too few',
      words.tooFewCard(
        3,
        { ...defaultSettings, topics: [...topics], level: 'hard' },
        { count: 50, seconds: 300, teams: 8 },
      ),
    ],
    ['needs a channel', words.needsChannelCard()],
    ['no quiz', words.noQuizCard()],
    ['joined', words.joinedCard(quizOf(crowds[8] ?? { players: 1, questions: 1 }), userOf(3))],
    ['locked in', words.lockedInCard(3)],
    ...(['lobby', 'asking', 'revealing', 'paused', 'over'] as const).flatMap((kind): Named[] => {
      const state = { ...all, phase: phases[kind] };
      return [
        [`controls, ${kind}`, controls.controlsCard(state, 'Skipped.')],
        [`stop, ${kind}`, controls.stopCard(state, true)],
      ];
    }),
    ['host told', words.hostTellCard('forbidden')],
    ['host told of the end', words.hostTellCard('gone')],
    [
      'not the host',
      words.refusalCard({ kind: 'not-host' }, quizOf({ players: 1, questions: 1, named: () => longName })),
    ],
  ];
}

/** The review of somebody who missed the first `count` of 50 questions, by a wrong choice or by none. */
export function reviewOf(count: number, how: 'right' | 'none'): Card {
  const wrong = (right: number) => (how === 'none' ? null : (right + 1) % 4);
  const choose = (_: number, no: number, right: number) => (no < count ? wrong(right) : right);
  return reviewCard(quizOf({ players: 1, questions: 50, choose }), userOf(0), asked);
}

function boards(): readonly Named[] {
  const row = (no: number) => ({
    user: userOf(no),
    name: longName,
    points: 9_999_500,
    answered: 20_000,
    correct: 19_999,
    won: 999,
    rank: 10_001 + no,
  });
  const rows = Array.from({ length: 10 }, (_, no) => row(no));
  const query = { period: 'month', everywhere: true, teams: false, offset: 10 } as const;
  const streaks = new Map(rows.map(({ user }) => [user, 365]));
  const page = {
    rows,
    own: row(99),
    count: 1_000_000,
    streaks,
    pageSize: 10,
    page: `https://bot.example/${'x'.repeat(40)}`,
    shared: false,
    direct: false,
  };
  const record = { everywhere: row(1), here: row(1), streak: { user: 'u', name: 'n', current: 365, longest: 365 } };
  return [
    ['leaderboard', leaderboardCard(query, page)],
    ['leaderboard, shared', leaderboardCard(query, { ...page, own: null, shared: true })],
    ['leaderboard, empty', leaderboardCard(query, { ...page, rows: [], own: null, count: 0 })],
    [
      'teams',
      teamBoardCard(query, {
        rows: rows.map((each, no) => ({ ...each, team: `Team ${no}`, played: 10_000 })),
        shared: false,
        direct: false,
      }),
    ],
    ['me', personalCard({ ...record, topics: topics.map((topic) => ({ topic, answered: 10_000, correct: 5000 })) })],
    ['me, with much alone', personalCard({ ...record, alone: row(1), topics: [] })],
    ['me, nothing yet', personalCard({ everywhere: null, here: null, topics: [], streak: null })],
    ['forget', forgetCard()],
    ['forgotten', forgottenCard()],
  ];
}

/** Every card that the bot can show, at its usual size and at the largest that it can have. */
export function everyCard(): readonly Named[] {
  return [...lookUps(), ...daily(), ...quizzes(), ...boards()];
}
