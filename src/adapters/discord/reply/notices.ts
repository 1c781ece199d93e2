import type { Card } from '../../../core/card.ts';
import { hint, paragraph } from '../../../core/card.ts';
import { isUncertain } from '../connection/platform-error.ts';

/** For a command or button that this version of the bot does not have. */
export const unknownCard: Card = {
  tone: 'notice',
  title: 'I do not know that one',
  body: [
    paragraph(
      'This command is not one of mine, or no longer exists. Reload Discord to see those I have, or ask with ',
      hint(''),
      '.',
    ),
  ],
};

/** For a command that needs a server of which the bot is a member. */
export const noServerCard: Card = {
  tone: 'notice',
  title: 'Only in a server',
  body: [
    paragraph(
      'Daily questions, quizzes and leaderboards need a channel of a server that the bot was added to. Looking things up with ',
      hint(''),
      ' works here, and so does ',
      hint('practice'),
      '.',
    ),
  ],
};

/** For a public message that Discord did not confirm: sent again, it might appear twice. */
const unconfirmedCard: Card = {
  tone: 'notice',
  title: 'Discord did not confirm that',
  body: [paragraph('The message may or may not have been posted. If you do not see it in a moment, please try again.')],
};

/** For a public message that was certainly not posted, and will not be. */
const notPostedCard: Card = {
  tone: 'notice',
  title: 'I could not post that here',
  body: [paragraph('Discord did not let me. Nothing was posted.')],
};

/** What to tell, privately, the person whose public message failed with an error. */
export function undeliveredCard(error: unknown): Card {
  return isUncertain(error) ? unconfirmedCard : notPostedCard;
}
