import type { ScoreRow } from '../../../src/app/store/score.ts';
import type { Season } from '../../../src/app/store/season.ts';
import { answerCard, sharedCard } from '../../../src/app/views/answer.ts';
import type { ShownBank } from '../../../src/app/views/banks.ts';
import * as banks from '../../../src/app/views/banks.ts';
import { commandSlipCard } from '../../../src/app/views/command-slip.ts';
import { courtesyCard } from '../../../src/app/views/courtesy.ts';
import { ankiCard, dataCard } from '../../../src/app/views/export.ts';
import * as feedback from '../../../src/app/views/feedback.ts';
import * as flag from '../../../src/app/views/flags.ts';
import { forgetCard, forgottenCard } from '../../../src/app/views/forget.ts';
import { helpCard } from '../../../src/app/views/help.ts';
import { leaderboardCard, teamBoardCard } from '../../../src/app/views/leaderboard.ts';
import * as notFound from '../../../src/app/views/not-found.ts';
import { partialCard } from '../../../src/app/views/partial.ts';
import { personalCard } from '../../../src/app/views/personal.ts';
import { practiceCard, practiceVerdictCard } from '../../../src/app/views/practice.ts';
import * as problem from '../../../src/app/views/problem.ts';
import { noProgressCard, sharedProgressCard } from '../../../src/app/views/progress.ts';
import { noResultsCard, resultsFileCard, resultsNotYoursCard } from '../../../src/app/views/quiz-results-file.ts';
import {
  noSeasonCard,
  seasonBegunCard,
  seasonBoardCard,
  seasonEndCard,
  seasonGoesOnCard,
  seasonNeedsChannelCard,
  seasonStartedCard,
} from '../../../src/app/views/season.ts';
import { topicCard, topicsCard } from '../../../src/app/views/topic.ts';
import { longestSeason } from '../../../src/core/command/season.ts';
import { noStreak } from '../../../src/core/daily/streak.ts';
import type { Question } from '../../../src/core/question.ts';
import { whole as shipped } from '../../search/bank.ts';
import { dailyCards } from './every-daily-card.ts';
import { dailyPracticeCards } from './every-daily-practice-card.ts';
import { interviewCards } from './every-interview-card.ts';
import { practiceCards } from './every-practice-card.ts';
import { quizCards } from './every-quiz-card.ts';
import { reminderCards } from './every-reminder-card.ts';
import { suggestionCards } from './every-suggestion-card.ts';
import type { Named } from './named-card.ts';
import { longName, userOf } from './quiz-samples.ts';
import { noProgress, sampleProgress } from './sample-progress.ts';

const here = {
  subject: shipped.subject,
  direct: false,
  extent: 'first' as const,
  page: 'https://bot.example/questions/stride',
};
const { questions } = shipped;
const three = questions.slice(0, 3);

/** All topics of the bank, with as many answers as a person may give in years. */
const fullProgress = sampleProgress(
  shipped.subject.topics.map(({ id: topic }) => ({ topic, answered: 10_000, correct: 5000 })),
);
const nowhere = { progress: noProgress, page: null, direct: false };
const file = { name: 'pytorch-my-data.json', type: 'application/json', text: '{}' };
const url = 'https://bot.example/progress/0123456789abcdef0123456789abcdef/data';

/** The longest answer, with as much to say of releases as may stand under it. */
function longestAnswer(): Question {
  const longest = questions.toSorted((one, other) => other.answer.length - one.answer.length)[0];
  if (longest === undefined) throw new Error('a question expected');
  const room = Math.min(200, Math.floor((3000 - longest.answer.length) / 3));
  return { ...longest, changed: Array.from({ length: 3 }, () => '*'.repeat(room)) };
}

function lookUps(): readonly Named[] {
  const person = { user: userOf(1), name: longName };
  return [
    ...questions.flatMap((question): Named[] => [
      [`answer ${question.id}`, answerCard(question, three, here)],
      [`whole answer ${question.id}`, answerCard(question, three, { ...here, extent: 'opened' })],
      [`shared ${question.id}`, sharedCard(question, shipped.subject, person)],
      ...question.items.flatMap((item): Named[] => {
        const entry = { question, item, hash: 'f'.repeat(32) };
        return [
          [`practice ${question.id} ${item.id}`, practiceCard(entry, 5)],
          [
            `practice verdict ${question.id} ${item.id}`,
            practiceVerdictCard(entry, 5, 0, { question: 'q'.repeat(40), item: 'n'.repeat(30) }, entry.hash),
          ],
        ];
      }),
    ]),
    ['answer with changes', answerCard(longestAnswer(), three, { ...here, extent: 'opened' })],
    ['shared with changes', sharedCard(longestAnswer(), shipped.subject, person)],
    ['unsure', notFound.unsureCard('*'.repeat(5000), three)],
    ...questions.map(
      (question): Named => [
        `partial ${question.id}`,
        partialCard('*'.repeat(5000), question, three.filter(({ id }) => id !== question.id).slice(0, 2)),
      ],
    ),
    ...(['greeting', 'thanks', 'closing'] as const).map((courtesy): Named => [courtesy, courtesyCard(courtesy)]),
    ...(['misspelt', 'random'] as const).map(
      (kind): Named => [
        `command, ${kind}`,
        commandSlipCard({ kind, meant: `quiz ${'*'.repeat(2000)}`, certain: true }),
      ],
    ),
    ['nothing', notFound.nothingCard('<!channel> '.repeat(500))],
    ['no words', notFound.noWordsCard(shipped.subject)],
    ['help', helpCard(shipped.subject, 10_000, { plays: true })],
    ['topics', topicsCard(shipped.subject, questions)],
    ...everyBankCard(),
    ...shipped.subject.topics.flatMap(({ id }): Named[] =>
      [0, 3].flatMap((from): Named[] => {
        const card = topicCard(shipped.subject, id, questions, from);
        return card === null ? [] : [[`topic ${id} from ${from}`, card]];
      }),
    ),
    ['vote up', feedback.voteUpCard(true)],
    ['vote down', feedback.voteDownCard(three, true)],
    ['voted before', feedback.votedBeforeCard()],
    ['stale', problem.staleCard()],
    ['failure', problem.failureCard()],
    ['empty filter', problem.emptyFilterCard('sequences easy')],
    ['unavailable', problem.unavailableCard({ kind: 'quiz' })],
    ['no memory', problem.unavailableCard({ kind: 'me' })],
    ['repeated', problem.repeatedCard()],
    ['shared before', problem.sharedBeforeCard()],
    [
      'mistake',
      problem.mistakeCard({
        reason: `“${'*'.repeat(40)}” is not a topic.`,
        example: 'quiz 10 tensors easy 20s teams 3',
      }),
    ],
  ];
}

/** Of twenty banks with the longest names. */
function everyBankCard(): readonly Named[] {
  const many = Array.from({ length: 20 }, (_, no): ShownBank => {
    const typed = `${'b'.repeat(18)}${no}`.slice(0, 20);
    return { typed, subject: { ...shipped.subject, bank: typed, title: `${no} ${'W'.repeat(40)}` }, questions: 10_000 };
  });
  const [first] = many;
  if (first === undefined) return [];
  return [
    ['banks', banks.banksCard(many, first, { direct: false, manages: true })],
    ['banks, alone', banks.banksCard(many, first, { direct: true, manages: true })],
    ['one bank', banks.banksCard([first], first, { direct: false, manages: true })],
    ['no such bank', banks.noSuchBankCard('*'.repeat(2000), many)],
    ['bank used', banks.bankUsedCard(first, true, 'W'.repeat(40))],
    ['bank chosen', banks.bankChosenCard({ user: 'u', name: 'W'.repeat(80) }, first.subject)],
    ['bank missing', banks.bankMissingCard({ channel: 'slack:T1:C1', bank: first.typed }, first.subject)],
  ];
}

const knownPlaces = Array.from({ length: 100 }, (_, no) => ({
  name: `${no} ${'W'.repeat(96)}`,
  points: 1_000_000,
  kept: {
    dailyAnswers: 10_000,
    quizzes: 1000,
    running: 1,
    schedules: 100,
    votes: 1000,
    dailyPractice: 1,
    flags: 20,
    suggestions: 30,
    reminders: 1,
    posted: 100,
    marked: 100,
    answers: 0,
    others: 1,
  },
}));

/** Every card about what people say is wrong. */
function flags(): readonly Named[] {
  const hash = 'f'.repeat(32);
  const flagged = { question: 'q'.repeat(40), item: 'n'.repeat(30), remarks: Array(20).fill('W'.repeat(300)) };
  const [first] = questions[0]?.items ?? [];
  return [
    ['flagged', flag.raisedCard(hash, 1200, 3)],
    ['flag with a line', flag.remarkedCard(hash, 'W'.repeat(300))],
    ['flag taken back', flag.takenBackCard(hash)],
    ['flag, looked at', flag.lookedAtCard()],
    ['flags, too many', flag.tooManyFlagsCard()],
    ['resting', flag.restsCard()],
    ...(first === undefined
      ? []
      : [['flagged, for a channel', flag.flaggedCard({ ...flagged, people: 1200 }, first, true)] as const]),
  ];
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
  const frozen = { ...noStreak, current: 365, longest: 365, kept: ['2026-11-28', '2026-11-29'] };
  const record = { everywhere: row(1), here: row(1), streak: { of: frozen, today: '2026-11-30' } };
  return [
    ['leaderboard', leaderboardCard(query, page)],
    ['leaderboard, shared', leaderboardCard(query, { ...page, own: null, shared: true })],
    ['leaderboard, empty', leaderboardCard(query, { ...page, rows: [], own: null, count: 0 })],
    ...seasonCards(rows, row(99)),
    ['results of a quiz', resultsFileCard(file, 80, url)],
    ['results of a quiz, not yours', resultsNotYoursCard({ user: userOf(1), name: longName })],
    ...(['running', 'old', 'none'] as const).map((why): Named => [`results of a quiz, ${why}`, noResultsCard(why)]),
    [
      'teams',
      teamBoardCard(query, {
        rows: rows.map((each, no) => ({ ...each, team: `Team ${no}`, played: 10_000 })),
        page: 'https://bot.example/leaderboard/x?who=teams',
        shared: false,
        direct: false,
      }),
    ],
    [
      'me',
      personalCard(
        {
          ...record,
          progress: fullProgress,
          page: 'https://bot.example/progress/0123456789abcdef0123456789abcdef',
          direct: false,
        },
        shipped.subject,
      ),
    ],
    ['me, with much alone', personalCard({ ...record, alone: row(1), ...nowhere }, shipped.subject)],
    ['me, nothing yet', personalCard({ everywhere: null, here: null, streak: null, ...nowhere }, shipped.subject)],
    ['me, shared', sharedProgressCard({ user: userOf(1), name: longName }, fullProgress, shipped.subject)],
    ['me, shared when forgotten', noProgressCard({ user: userOf(1), name: longName })],
    ['me for Anki', ankiCard({ file, count: 10_000, url })],
    ['me for Anki, nothing yet', ankiCard({ file, count: 0, url: null })],
    ['me as data', dataCard({ file, count: 10_000, url })],
    ['me, in many places', personalCard({ ...record, here: null, places: knownPlaces, ...nowhere }, shipped.subject)],
    ...(['here', 'apart', 'everywhere'] as const).flatMap((reach): Named[] => [
      [`forget, ${reach}`, forgetCard(reach === 'everywhere' ? knownPlaces : knownPlaces.slice(0, 1), reach)],
      [`forget nothing, ${reach}`, forgetCard([], reach)],
      [`forgotten, ${reach}`, forgottenCard(reach)],
    ]),
  ];
}

/** Every card that the bot can show, at its usual size and at the largest that it can have. */
export function everyCard(): readonly Named[] {
  return [
    ...lookUps(),
    ...flags(),
    ...practiceCards(),
    ...interviewCards(),
    ...dailyPracticeCards(),
    ...reminderCards(),
    ...suggestionCards(),
    ...dailyCards(),
    ...quizCards(),
    ...boards(),
  ];
}

function seasonCards(rows: readonly ScoreRow[], own: ScoreRow): readonly Named[] {
  const season: Season = {
    ...{ id: 'a1b2c3d4e5f6', channel: 'sim:S:C', scope: 'sim:S', name: 'W'.repeat(longestSeason), quizzes: 1_000 },
    ...{ startedAt: 1_800_000_000_000, endedAt: null },
  };
  const over = { ...season, endedAt: 1_900_000_000_000 };
  const board = { rows, own, count: 10_000, offset: 10, pageSize: 10, shared: false };
  return [
    ['season', seasonBoardCard(season, board)],
    ['season, shared when over', seasonBoardCard(over, { ...board, own: null, shared: true })],
    ['season, empty', seasonBoardCard(season, { ...board, rows: [], own: null, count: 0, offset: 0 })],
    ['season, begun', seasonBegunCard({ user: userOf(1), name: longName }, season.name)],
    ['season, started', seasonStartedCard(season.name)],
    ['season, goes on', seasonGoesOnCard(season)],
    ['season, end?', seasonEndCard(season)],
    ['season, none', noSeasonCard(true)],
    ['season, direct', seasonNeedsChannelCard()],
  ];
}
