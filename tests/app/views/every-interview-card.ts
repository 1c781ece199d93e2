import * as view from '../../../src/app/views/interview-peers.ts';
import type { PeerMarks, PeerRequest } from '../../../src/core/interview/peers.ts';
import { comparisonOf } from '../../../src/core/interview/peers.ts';
import { whole as shipped } from '../../search/bank.ts';
import type { Named } from './named-card.ts';
import { longName, userOf } from './quiz-samples.ts';

const { questions } = shipped;

/** As much as can be posted, on a question with the longest points there may be. */
const request: PeerRequest = {
  id: 'i'.repeat(9),
  author: { user: userOf(0), name: longName },
  ...{ scope: 'discord:1', channel: 'discord:1:2', inPlace: false },
  ...{ question: 'q'.repeat(60), title: 'W'.repeat(100), points: Array(6).fill('W'.repeat(110)) },
  ...{ own: [0, 5], text: `${'W'.repeat(50)} `.repeat(39), at: 0 },
};

const marks = Array.from({ length: 40 }, (_, no): PeerMarks => {
  const ticked = [0, 1, 2, 3, 4, 5].filter((place) => (place + no) % 3 > 0);
  return { user: userOf(no + 1), name: longName, ticked, sent: ticked };
});

/** Every card about answers that peers mark, at its usual size and at the largest that it can have. */
export function interviewCards(): readonly Named[] {
  const [none, many] = [comparisonOf(request, [], view.peersShown), comparisonOf(request, marks, view.peersShown)];
  const inPlace = { ...request, inPlace: true };
  return [
    ['peer, in the channel', view.peerCard(request, none, true)],
    ['peer, in place', view.peerCard(inPlace, many, true)],
    ['peer, in the thread', view.peerAnswerCard(request, none, true)],
    ['peer, in the thread with marks', view.peerAnswerCard(request, many, true)],
    ['peer, over', view.peerAnswerCard(request, many, false)],
    ['peer, over for nobody', view.peerCard(inPlace, none, false)],
    ['peer, deleted', view.peerDeletedCard()],
    ['peer checklist, gone from the bank', view.peerChecklistCard(request, [0], undefined)],
    ...questions
      .filter(({ points }) => points !== undefined)
      .map((question): Named => {
        const { id, title, points = [] } = question;
        const of = { ...request, question: id, title, points };
        return [`peer checklist ${id}`, view.peerChecklistCard(of, [0, 1], question)];
      }),
    ['peer marks sent', view.marksSentCard(request, [0, 1])],
    ['peer, own answer', view.ownAnswerCard()],
    ['peer, no longer', view.noLongerMarkedCard()],
    ['peer, words gone', view.wordsGoneCard()],
    ['peer failed', view.peerFailedCard(request, 'forbidden')],
    ['peer failed, unknown', view.peerFailedCard(request, 'unknown')],
  ];
}
