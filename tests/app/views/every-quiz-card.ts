import * as controls from '../../../src/app/views/quiz-controls.ts';
import { lobbyCard, overCard } from '../../../src/app/views/quiz-lobby.ts';
import * as words from '../../../src/app/views/quiz-notices.ts';
import { channelResultCard, resultCard } from '../../../src/app/views/quiz-result.ts';
import { reviewCard } from '../../../src/app/views/quiz-review.ts';
import { questionCard, revealCard } from '../../../src/app/views/quiz-round.ts';
import { newHostCard, pausedCard, resumedCard, waitedCard } from '../../../src/app/views/quiz-said.ts';
import * as trouble from '../../../src/app/views/quiz-trouble.ts';
import type { Card } from '../../../src/core/card.ts';
import { defaultSettings } from '../../../src/core/quiz/settings.ts';
import type { Phase } from '../../../src/core/quiz/state.ts';
import { bank as questions, shipped } from '../../search/bank.ts';
import type { Named } from './named-card.ts';
import { asked, askingOf, itemOf, lobbyOf, longName, pausedAt, quizOf, userOf } from './quiz-samples.ts';

const phases: { readonly [Kind in Phase['kind']]: Extract<Phase, { kind: Kind }> } = {
  lobby: { kind: 'lobby', due: 0 },
  asking: { kind: 'asking', question: { kind: 'unposted', interrupted: false } },
  revealing: { kind: 'revealing', due: 0 },
  paused: { kind: 'paused', was: { kind: 'between' }, reason: { kind: 'nobody-answers' }, due: 0 },
  over: { kind: 'over', reason: 'finished', at: 0 },
};

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

/** Every card of a quiz, for few players and for as many as there can be. */
export function quizCards(): readonly Named[] {
  const titles = questions.map(({ title }) => title);
  const all = quizOf({ players: 2, questions: 50 });
  return [
    ...crowds.flatMap((crowd, no): Named[] => {
      const [state, asking] = [quizOf(crowd), askingOf(crowd)];
      const last = crowd.questions - 1;
      return [
        [`lobby ${no}`, lobbyCard(lobbyOf(crowd), shipped.subject)],
        [`lobby, running ${no}`, lobbyCard(asking, shipped.subject)],
        [`over ${no}`, overCard(state, shipped.subject)],
        [
          `result ${no}`,
          resultCard(
            state,
            state.questions.map((_, index) => titles[index] ?? ''),
          ),
        ],
        [`channel result ${no}`, channelResultCard(state, shipped.subject)],
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
    ['paused, unheard', pausedCard(all, { kind: 'unheard' })],
    ['waited', waitedCard(all, 179_000)],
    ['resumed', resumedCard(all)],
    ['new host', newHostCard(all)],
    ['opened', words.quizOpenedCard({ ...all, phase: phases.lobby }, 'https://chat.example/1')],
    ['begun at once', words.quizOpenedCard(all, 'https://chat.example/1')],
    ['begun', words.begunCard(all, 'https://chat.example/1')],
    ['runs', words.quizRunsCard('https://chat.example/1')],
    [
      'too few',
      words.tooFewCard(
        3,
        { ...defaultSettings, topics: shipped.subject.topics.map(({ id }) => id), level: 'hard' },
        { count: 50, seconds: 300, teams: 8 },
        shipped.subject,
      ),
    ],
    ['needs a channel', words.needsChannelCard()],
    ['no quiz', words.noQuizCard()],
    ['joined', words.joinedCard(quizOf(crowds[8] ?? { players: 1, questions: 1 }), userOf(3), null)],
    ['locked in', words.lockedInCard(3)],
    ...(['lobby', 'asking', 'revealing', 'paused', 'over'] as const).flatMap((kind): Named[] => {
      const state = { ...all, phase: phases[kind] };
      return [
        [`controls, ${kind}`, controls.controlsCard(state, 'Skipped.')],
        [`stop, ${kind}`, controls.stopCard(state, true)],
      ];
    }),
    ['host told', trouble.hostTellCard('forbidden', quizOf({ players: 1, questions: 1 }))],
    ['host told of the end', trouble.hostTellCard('gone', quizOf({ players: 1, questions: 1 }))],
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
