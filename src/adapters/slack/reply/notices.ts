import type { Card } from '../../../core/card.ts';
import { paragraph } from '../../../core/card.ts';
import { isOwnTrouble } from '../connection/own-trouble.ts';
import { ReplyFault } from './retry.ts';

/** Shown privately if Slack did not confirm a public message: sent again, it might appear twice. */
const unconfirmedCard: Card = {
  tone: 'notice',
  title: 'Slack did not confirm that',
  body: [paragraph('The message may or may not have been posted. If you do not see it in a moment, please try again.')],
};

/** Shown privately if such a message was certainly not posted, and will not be. */
const notPostedCard: Card = {
  tone: 'notice',
  title: 'I could not post that here',
  body: [
    paragraph(
      'Slack did not let me. If I am not in this channel yet, invite me with ',
      { kind: 'code', text: '/invite' },
      ' and try again.',
    ),
  ],
};

/** Shown privately if Slack was too busy, or out of reach. */
const unreachableCard: Card = {
  tone: 'notice',
  title: 'I could not post that yet',
  body: [paragraph('Slack is busy or out of reach. Nothing was posted; please try again in a minute.')],
};

/** Shown privately if Slack does not take the bot's own token, which nobody in the channel can mend. */
const notTakenCard: Card = {
  tone: 'notice',
  title: 'I could not post that yet',
  body: [
    paragraph(
      'Slack does not accept me at the moment. Nothing was posted. Whoever runs the bot finds what to do in its log; then please try again.',
    ),
  ],
};

/** What to tell, privately, the person whose public message failed with an error. */
export function undeliveredCard(error: unknown): Card {
  if (!(error instanceof ReplyFault) || error.end.kind === 'uncertain') return unconfirmedCard;
  if (error.end.kind !== 'refused') return unreachableCard;
  return isOwnTrouble(error.end.error) ? notTakenCard : notPostedCard;
}
