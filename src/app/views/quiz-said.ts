import type { Card } from '../../core/card.ts';
import { paragraph } from '../../core/card.ts';
import type { Effect } from '../../core/quiz/effect.ts';
import type { PauseReason, QuizState } from '../../core/quiz/state.ts';
import { buttonId } from '../dispatch/button.ts';
import { counted } from './numbers.ts';
import { lostPauseWords } from './quiz-trouble.ts';

/** What the quiz says in its thread besides questions and answers. */
export function saidCard(state: QuizState, said: Extract<Effect, { kind: 'say' }>): Card {
  switch (said.what) {
    case 'paused':
      return pausedCard(state, said.reason);
    case 'resumed':
      return resumedCard(state);
    case 'waited':
      return waitedCard(state, said.lost);
    case 'host':
      return newHostCard(state);
  }
}

/** The host before them was forgotten, and is therefore not named. */
export function newHostCard({ id, host }: QuizState): Card {
  return {
    body: [
      paragraph({ kind: 'person', user: host.user, text: host.name }, ' is the host now: the one before has left.'),
      { kind: 'actions', actions: [{ id: buttonId('host', id), label: 'Host controls' }], apart: true },
    ],
  };
}

export function pausedCard(state: QuizState, reason: PauseReason): Card {
  const words = {
    asked: 'The quiz is paused. The time left is kept.',
    'nobody-answers': 'Nobody answered three questions in a row, so the quiz is paused.',
    lost: 'I could not write here for a while, so the quiz is paused.',
    unheard:
      'Nothing that you press or type reaches me: my connection to the chat is down. So that nobody loses time, the quiz is paused.',
  }[reason.kind];
  return {
    tone: 'notice',
    title: 'Paused',
    body: [
      paragraph(
        words,
        ` Its host, or whoever manages the bot here, can go on within ${reason.kind === 'lost' ? lostPauseWords : 'half an hour'}; after that it ends.`,
      ),
      {
        kind: 'actions',
        actions: [
          { id: buttonId('control', state.id, 'resume'), label: 'Go on', style: 'primary' },
          { id: buttonId('host', state.id), label: 'Host controls' },
        ],
        apart: true,
      },
    ],
  };
}

/** Told in the thread when people can be heard again; `lost`: for how many ms they could not. */
export function waitedCard({ phase }: QuizState, lost: number): Card {
  const open = phase.kind === 'asking' && phase.question.kind === 'posted';
  const again = open ? ' If a press failed, press again: the question above is still open.' : '';
  return {
    tone: 'notice',
    body: [
      paragraph(
        `For ${counted(Math.round(lost / 1000), 'second')} nothing that you pressed or typed reached me. I waited, and nobody lost any time.${again}`,
      ),
    ],
  };
}

export function resumedCard({ phase }: QuizState): Card {
  const isOpen = phase.kind === 'asking' && phase.question.kind === 'posted';
  return { body: [paragraph(isOpen ? 'On we go: the question above is open again.' : 'On we go.')] };
}
