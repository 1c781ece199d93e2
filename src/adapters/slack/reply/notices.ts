import type { Card } from '../../../core/card.ts';
import { paragraph } from '../../../core/card.ts';
import { ReplyFault } from './retry.ts';

/** Told privately when Slack did not confirm a message that all can see: sent again it might stand there twice. */
const unconfirmedCard: Card = {
  tone: 'notice',
  title: 'Slack did not confirm that',
  body: [paragraph('The message may or may not have been posted. If you do not see it in a moment, please try again.')],
};

/** Told privately when such a message was surely not posted, and will not be. */
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

/** Told privately when Slack was too busy, or out of reach. */
const unreachableCard: Card = {
  tone: 'notice',
  title: 'I could not post that yet',
  body: [paragraph('Slack is busy or out of reach. Nothing was posted; please try again in a minute.')],
};

/** What the person is told whose message for all to see failed with an error. */
export function undeliveredCard(error: unknown): Card {
  if (!(error instanceof ReplyFault) || error.end.kind === 'uncertain') return unconfirmedCard;
  return error.end.kind === 'refused' ? notPostedCard : unreachableCard;
}
