import type { Card } from '../../core/card.ts';
import { hint, paragraph } from '../../core/card.ts';
import { namedChannel } from './channel.ts';
import { dayOf } from './daily.ts';

/** Why a message of the daily question cannot be posted in a channel. */
type Obstacle = 'gone' | 'forbidden' | 'invalid';

export const obstacles: Readonly<Record<Obstacle, string>> = {
  gone: 'the channel is gone, or I was removed from it',
  forbidden: 'I am not allowed to post there',
  invalid: 'my message was not accepted there',
};

/** Told once to the person who asked for a question now, if it cannot be posted. */
export function dailyNowFailedCard(channel: string, obstacle: Obstacle): Card {
  return {
    tone: 'notice',
    title: 'The question could not be posted',
    body: [
      paragraph(
        'In the channel ',
        namedChannel(channel),
        ` it cannot be posted: ${obstacles[obstacle]}. Once that is fixed, ask for it again with `,
        hint('daily now'),
        '.',
      ),
    ],
  };
}

/** Why the daily question of a channel ends by itself; `no-topic`: the bank does not have its topic any more. */
export type DailyEnd = { readonly kind: Obstacle | 'empty' } | { readonly kind: 'no-topic'; readonly topic: string };

/** Told once to the person who set it up, if it cannot go on. */
export function dailyTurnedOffCard(channel: string, reason: DailyEnd): Card {
  const why = whyEnded(reason);
  return {
    tone: 'notice',
    title: 'A daily question was turned off',
    body: [
      paragraph('In the channel ', namedChannel(channel), ` it cannot be posted: ${why}.`),
      paragraph(
        'Once that is fixed, turn it on again there, for instance with ',
        hint('daily on 09:00 Europe/Berlin weekdays'),
        '.',
      ),
    ],
  };
}

function whyEnded(reason: DailyEnd): string {
  switch (reason.kind) {
    case 'empty':
      return 'the question bank has no question for its topic and level';
    case 'no-topic':
      return `the question bank no longer has its topic, “${reason.topic}”`;
    default:
      return obstacles[reason.kind];
  }
}

/** Told once if nobody can say whether a post went out, so that it was not sent again. */
export function dailyUnverifiedCard(channel: string, date: string): Card {
  return {
    tone: 'notice',
    title: `The daily question of ${dayOf(date)} may be missing`,
    body: [
      paragraph(
        'I heard nothing back when I posted it in ',
        namedChannel(channel),
        ', and I cannot check whether it is there. So as not to post it twice, I left it at that. If it is missing, ',
        hint('daily now'),
        ' posts another one.',
      ),
    ],
  };
}
