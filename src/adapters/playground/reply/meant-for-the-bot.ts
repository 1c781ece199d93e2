import type { Application } from '../../../app/ports.ts';
import type { Card } from '../../../core/card.ts';
import { hint, paragraph } from '../../../core/card.ts';
import { parseCommand } from '../../../core/command.ts';

/** The button under a hint; what was typed stands in the message itself. */
export const askInstead = 'ask-instead';

/**
 * What to tell somebody who wrote in a channel what was surely meant for the bot: a command without its slash, or a question
 * that it would answer. Null for everything else, which is talk among people.
 */
export function meantForTheBot(
  text: string,
  application: Pick<Application, 'subject' | 'answers'>,
  channel: string,
): Card | null {
  const { kind } = parseCommand(text, application.subject(channel).topics);
  // One word that people use among themselves as well.
  if (kind === 'me' || kind === 'mistake') return null;
  const isQuestion = kind === 'ask';
  if (isQuestion && !application.answers(text, channel)) return null;
  return {
    tone: 'notice',
    body: [
      paragraph(
        isQuestion
          ? 'Everybody here reads that. I know an answer; to ask me, and to read it alone, write '
          : 'Everybody here reads that. To have me do it, write ',
        hint(text),
        '.',
      ),
      {
        kind: 'actions',
        actions: [{ id: askInstead, label: isQuestion ? 'Show me the answer' : 'Do it', style: 'primary' }],
      },
    ],
  };
}
