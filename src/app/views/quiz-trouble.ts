import type { Card, Span } from '../../core/card.ts';
import { hint, paragraph, rich } from '../../core/card.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import type { Hindrance } from '../hindrance.ts';
import { hindranceWords } from './hindrance.ts';

/**
 * For the host, privately, if the bot cannot write where the quiz is; `state` is the quiz before it is paused or ended for
 * that, `hindrance` what the platform says of it.
 */
export function hostTellCard(why: string, { phase }: QuizState, hindrance?: Hindrance): Card {
  const words =
    hindrance === undefined ? rich(lostWords[why] ?? lostWords['invalid'] ?? '') : hindranceWords(hindrance);
  const tell = (title: string, lead: string, ...next: readonly (string | Span)[]): Card => ({
    tone: 'notice',
    title,
    body: [{ kind: 'text', text: [...rich(lead), ...words] }, paragraph(...next)],
  });
  const isLobby = phase.kind === 'lobby';
  if (why === 'gone') {
    const end = isLobby ? 'So I called it off.' : 'So I ended it. The points scored so far count.';
    return tell('Your quiz has ended', '', end);
  }
  if (isLobby)
    return tell('Your quiz was called off', 'I could not post in it. ', 'Once that is mended, start it anew.');
  return tell(
    'Your quiz is paused',
    'I could not post its next message. ',
    'Once that is mended, ',
    hint('quiz resume'),
    ` goes on where it was. After ${lostPauseWords} it ends by itself, and the points scored so far count.`,
  );
}

/** How long a quiz waits that the bot cannot post in. */
export const lostPauseWords = 'ten minutes';

const lostWords: Readonly<Record<string, string>> = {
  gone: 'Its thread or channel is no longer there.',
  forbidden: 'I am not allowed to write there any more.',
  invalid: 'The platform did not take my message.',
};

/** Posted in the quiz when questions or answers are late because of the platform's rate limits. */
export function slowedCard(): Card {
  return {
    tone: 'notice',
    body: [
      paragraph(
        'Many messages are on their way, and the chat lets me write only slowly. Questions and answers may come late; your time and your points are counted as ever.',
      ),
    ],
  };
}
