import type { Action, Card, TextNode } from '../../core/card.ts';
import { muted, paragraph } from '../../core/card.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { momentOf, questionNo } from '../../core/quiz/state.ts';
import { buttonId } from '../dispatch/button.ts';
import { lostPauseWords } from './quiz-trouble.ts';

/** What the host or a manager can do at the moment; only they see it. `done` is what their last press did. */
export function controlsCard(state: QuizState, done?: string): Card {
  const lead = done === undefined ? [] : [paragraph(done)];
  if (state.phase.kind === 'over') return { body: done === undefined ? [paragraph('This quiz is over.')] : lead };
  return {
    title: 'Host controls',
    body: [...lead, explanation(state), { kind: 'actions', actions: actionsOf(state), apart: true }],
  };
}

/** Asks for confirmation before a quiz ends for everybody; valid as long as the same question is asked or revealed. */
export function stopCard(state: QuizState, hasMovedOn = false): Card {
  const isLobby = state.phase.kind === 'lobby';
  const lead = hasMovedOn ? ['The quiz has moved on since I asked. '] : [];
  const question = isLobby ? 'Call the quiz off for everybody?' : 'Stop the quiz for everybody?';
  const consequence = isLobby ? 'Nobody has played yet, so nothing is lost.' : 'The points scored so far count.';
  return {
    tone: 'notice',
    body: [
      paragraph(...lead, { kind: 'text', text: question, bold: true }, ` ${consequence}`),
      {
        kind: 'actions',
        actions: [
          {
            id: buttonId('stop', state.id, momentOf(state)),
            label: isLobby ? 'Yes, call it off' : 'Yes, stop it',
            style: 'danger',
          },
          { id: buttonId('stop', state.id, 'no'), label: 'No' },
        ],
        apart: true,
      },
    ],
  };
}

function explanation({ phase }: QuizState): TextNode {
  switch (phase.kind) {
    case 'lobby':
      return muted('It has not begun yet.');
    case 'paused':
      return muted(
        `It is paused. If nobody goes on within ${phase.reason.kind === 'lost' ? lostPauseWords : 'half an hour'}, it ends.`,
      );
    case 'revealing':
      return muted('A pause keeps the time that is left. Before it stops, I ask once more.');
    default:
      return muted(
        'A pause keeps the time that is left. Skip closes this question, and the answers so far count. ',
        'Before it stops, I ask once more.',
      );
  }
}

function actionsOf(state: QuizState): readonly Action[] {
  const { id, phase } = state;
  const no = questionNo(state);
  const stop: Action = { id: buttonId('control', id, 'stop'), label: 'Stop', style: 'danger' };
  const pause: Action = { id: buttonId('control', id, 'pause'), label: 'Pause' };
  switch (phase.kind) {
    case 'lobby':
      return [{ ...stop, label: 'Call it off' }];
    case 'paused':
      return [{ id: buttonId('control', id, 'resume'), label: 'Go on', style: 'primary' }, stop];
    case 'revealing':
      return [pause, { id: buttonId('control', id, 'skip', no, 'reveal'), label: 'Next question' }, stop];
    default:
      return [pause, { id: buttonId('control', id, 'skip', no), label: 'Skip' }, stop];
  }
}
