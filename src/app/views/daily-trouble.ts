import { bareId } from '../../core/bank-name.ts';
import type { Card, Rich } from '../../core/card.ts';
import { hint, paragraph, rich } from '../../core/card.ts';
import type { Hindrance } from '../hindrance.ts';
import { namedChannel } from './channel.ts';
import { dayOf } from './dates.ts';
import { hindranceWords } from './hindrance.ts';
import { counted } from './numbers.ts';

/** Why a message of the daily question cannot be posted in a channel. */
type Obstacle = 'gone' | 'forbidden' | 'invalid';

const obstacles: Readonly<Record<Obstacle, string>> = {
  gone: 'the channel is gone, or I was removed from it',
  forbidden: 'I am not allowed to post there',
  invalid: 'my message was not accepted there',
};

/** Why a message could not be posted, after words that say so: as the platform has it, or in general. */
export function obstacleWords(obstacle: Obstacle, hindrance: Hindrance | undefined): Rich {
  return hindrance === undefined ? rich(`: ${obstacles[obstacle]}.`) : [...rich('. '), ...hindranceWords(hindrance)];
}

/** Told once to the person who asked for a question now, if it cannot be posted. */
export function dailyNowFailedCard(channel: string, obstacle: Obstacle, hindrance?: Hindrance): Card {
  return {
    tone: 'notice',
    title: 'The question could not be posted',
    body: [
      paragraph(
        'In the channel ',
        namedChannel(channel),
        ' it cannot be posted',
        ...obstacleWords(obstacle, hindrance),
        ' Once that is fixed, ask for it again with ',
        hint('daily now'),
        '.',
      ),
    ],
  };
}

/** Why the daily question of a channel ends by itself; `no-topic`: the bank does not have its topic any more. */
export type DailyEnd =
  | { readonly kind: Obstacle; readonly hindrance?: Hindrance | undefined }
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-topic'; readonly topic: string };

/** Told once to the person who set it up, if it cannot go on. */
export function dailyTurnedOffCard(channel: string, reason: DailyEnd): Card {
  return {
    tone: 'notice',
    title: 'A daily question was turned off',
    body: [
      paragraph('In the channel ', namedChannel(channel), ' it cannot be posted', ...whyEnded(reason)),
      paragraph(
        'Once that is fixed, turn it on again there, for instance with ',
        hint('daily on 09:00 Europe/Berlin weekdays'),
        '.',
      ),
    ],
  };
}

function whyEnded(reason: DailyEnd): Rich {
  switch (reason.kind) {
    case 'empty':
      return rich(': the question bank has no question for its topic and level.');
    case 'no-topic':
      return rich(`: the question bank no longer has its topic, “${bareId(reason.topic)}”.`);
    default:
      return obstacleWords(reason.kind, reason.hindrance);
  }
}

/** Why a daily question was left out: the bot itself was not running, or its messages were not taken anywhere. */
export type LeftOut = 'stopped' | 'not-taken';

/** Told to the person who set it up (or asked for it now) when a question was left out because it would have come too late. */
export function dailyLeftOutCard(channel: string, date: string, why: LeftOut): Card {
  const reason = {
    stopped: 'when it was due I was not running, or did not know the clocks there',
    'not-taken': 'the chat did not take my messages for six hours; whoever runs me finds the reason in my log',
  }[why];
  return {
    tone: 'notice',
    title: `The daily question of ${dayOf(date)} was left out`,
    body: [
      paragraph(
        'In ',
        namedChannel(channel),
        ` it did not come: ${reason}. Nothing was turned off, and the next one comes as planned. `,
        hint('daily now'),
        ' posts one at once.',
      ),
    ],
  };
}

/** Told to the person who set it up when a question came late. */
export function dailyLateCard(channel: string, date: string, minutes: number): Card {
  return {
    tone: 'notice',
    title: `The daily question of ${dayOf(date)} came late`,
    body: [
      paragraph(
        'In ',
        namedChannel(channel),
        ` it came ${counted(minutes, 'minute')} after its time: the chat did not take my messages before. Whoever runs me finds the reason in my log.`,
      ),
    ],
  };
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
