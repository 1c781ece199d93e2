import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import { longestPrefix } from '../../core/cut.ts';
import { excerptOf } from '../../core/excerpt.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Comparison, MarkedRow, PeerRequest } from '../../core/interview/peers.ts';
import type { Question } from '../../core/question.ts';
import type { Person } from '../../core/quiz/state.ts';
import { buttonId } from '../dispatch/button.ts';
import { textField } from '../dispatch/feature.ts';
import type { Hindrance } from '../hindrance.ts';
import type { FormAsked } from '../ports.ts';
import { namedChannel } from './channel.ts';
import { bodyOf, checklistNodes } from './checklist.ts';
import { obstacleWords } from './daily-trouble.ts';
import { counted, people } from './numbers.ts';

/** Most characters of an answer that is posted: with the marks beside it, it fits into one message everywhere. */
export const longestPosted = 2000;

/** Peers whose marks stand in the message; the others are counted. */
export const peersShown = 5;

/** Offers to post what was said to question `no` of an interview. */
export function askAction(interview: string, no: number): Action {
  return { id: buttonId('peer', 'ask', interview, no), label: 'Ask a peer', quiet: true };
}

/** What that does with what they wrote, which is kept nowhere else. */
export function askNote(): CardNode {
  return muted('Ask a peer posts what you wrote in this channel, for others to mark, and keeps it for 7 days.');
}

export function postedNote(): CardNode {
  return muted('What you said is in the channel. For 7 days others can mark it there.');
}

/** The very text that is going to be posted, to be looked over; `written` is cut to what can be posted. */
export function peerTextAsked(interview: string, no: string, written: string): FormAsked {
  return {
    id: buttonId('peer', 'ask', interview, no),
    title: 'Ask a peer',
    about: 'Posted here under your name, for others to mark on the same checklist; “forget me” deletes it.',
    send: 'Post it',
    fields: textField(
      'What everybody here will read',
      longestPosted,
      longestPrefix(written, (prefix) => prefix.length <= longestPosted),
    ),
  };
}

/** What the channel gets: the question and who asks. The answer is in the thread, or in this message where there is none. */
export function peerCard(request: PeerRequest, comparison: Comparison, isOpen: boolean): Card {
  const { author, title, inPlace } = request;
  const where = inPlace
    ? ' answered this in a mock interview, and asks you to mark the answer:'
    : ' answered this in a mock interview. Read the answer in the thread, and mark it there on the checklist of the question.';
  return {
    title,
    body: [
      { kind: 'text', text: [person(author), ...rich(where)] },
      ...(inPlace ? answerNodes(request, comparison, isOpen) : []),
    ],
  };
}

/** The first message of the thread: the answer, and what it was marked with. */
export function peerAnswerCard(request: PeerRequest, comparison: Comparison, isOpen: boolean): Card {
  return {
    body: [
      { kind: 'text', text: [person(request.author), { kind: 'text', text: ' said:', bold: true }] },
      ...answerNodes(request, comparison, isOpen),
    ],
  };
}

/** In place of either, once its author was forgotten. */
export function peerDeletedCard(): Card {
  return { body: [muted('An answer stood here. Whoever wrote it has had it deleted, with all marks.')] };
}

/** The checklist for one peer alone, with the answer of the bank; nobody sees a tick before they are sent. */
export function peerChecklistCard(
  { id, title, points, author }: PeerRequest,
  ticked: readonly number[],
  answer: Question | undefined,
): Card {
  return {
    title,
    body: [
      ...(answer === undefined
        ? [muted('This question has left the bank; its checklist is still here.')]
        : bodyOf(answer)),
      ...checklistNodes('Which of these does the answer in the channel say?', { points, ticked }, (place, isTicked) =>
        buttonId('peer', 'tick', id, place, isTicked),
      ),
      {
        kind: 'actions',
        actions: [
          { id: buttonId('peer', 'send', id), label: 'Send marks', style: 'primary' },
          ...(answer === undefined || excerptOf(answer.body) === null
            ? []
            : [{ id: buttonId('show', answer.id), label: 'Full answer' }]),
        ],
      },
      muted(
        `${ticked.length} of ${counted(points.length, 'point')}. Once you send it, everybody here sees it beside the marks of `,
        person(author),
        '.',
      ),
    ],
  };
}

/** For a peer whose marks stand beside the others. */
export function marksSentCard({ id, author, own, points }: PeerRequest, sent: readonly number[]): Card {
  return {
    tone: 'good',
    title: 'Your marks are there',
    body: [
      paragraph(`You found ${sent.length} of ${counted(points.length, 'point')}, `, person(author), ` ${own.length}.`),
      { kind: 'actions', actions: [{ id: buttonId('peer', 'change', id), label: 'Change my marks' }] },
    ],
  };
}

/** For an author who wants to mark their own answer. */
export function ownAnswerCard(): Card {
  return {
    tone: 'notice',
    title: 'This answer is yours',
    body: [paragraph('Your own ticks from the interview stand here once somebody else has marked it.')],
  };
}

/** For whoever marks what was deleted, or has been there for too long. */
export function noLongerMarkedCard(): Card {
  return {
    tone: 'notice',
    title: 'This answer can no longer be marked',
    body: [paragraph('It could for 7 days, or was deleted by whoever wrote it.')],
  };
}

/** For an author whose words are not known any more. */
export function wordsGoneCard(): Card {
  return {
    tone: 'notice',
    title: 'I no longer know what you wrote',
    body: [paragraph('It is not kept, and I was started anew since then. Ask a peer about the next question.')],
  };
}

/** Told to the author where the channel did not get it. */
export function peerFailedCard(
  { channel, title }: Pick<PeerRequest, 'channel' | 'title'>,
  why: 'gone' | 'forbidden' | 'invalid' | 'unknown',
  hindrance?: Hindrance,
): Card {
  return {
    tone: 'notice',
    title: 'No peer was asked',
    body: [
      paragraph(
        `Your answer to “${title}” could not be posted in `,
        namedChannel(channel),
        ...(why === 'unknown' ? rich(': the chat did not take it in time.') : obstacleWords(why, hindrance)),
        ' I have deleted it. Once that is mended, ask again with another question: ',
        hint('interview'),
      ),
    ],
  };
}

function answerNodes(request: PeerRequest, comparison: Comparison, isOpen: boolean): readonly CardNode[] {
  const { id, text } = request;
  return [
    { kind: 'text', text: rich(text) },
    ...markNodes(request, comparison),
    ...(isOpen
      ? [
          {
            kind: 'actions',
            actions: [{ id: buttonId('peer', 'mark', id), label: 'Mark it', style: 'primary' }],
          } as const,
          muted('Only you see the checklist, until you send your marks. They can be changed for 7 days.'),
        ]
      : [muted(comparison.peers.length === 0 ? 'Nobody has marked it in time.' : 'Its time is up: the marks stand.')]),
  ];
}

/** Who found what, side by side, once a peer has sent something. */
function markNodes({ points }: PeerRequest, { own, peers, more }: Comparison): readonly CardNode[] {
  if (peers.length === 0) return [];
  return [
    { kind: 'list', ordered: true, items: points.map(inlineCode) },
    {
      kind: 'table',
      headers: [rich('Point'), ...points.map((_, place) => rich(String(place + 1))), rich('Said')],
      rows: [rowOf(own, ' (own)'), ...peers.map((peer) => rowOf(peer))],
    },
    ...(more === 0 ? [] : [muted(`${people(more)} more marked it.`)]),
  ];
}

function rowOf({ said, count, ...who }: MarkedRow, note = ''): readonly Rich[] {
  return [
    [person(who), ...rich(note)],
    ...said.map((isSaid) => rich(isSaid ? '✓' : '–')),
    rich(`${count} of ${said.length}`),
  ];
}

function person({ user, name }: Person) {
  return { kind: 'person', user, text: name } as const;
}
