import type { AskedItem } from '../../core/asked-item.ts';
import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Card, CardNode, Rich } from '../../core/card.ts';
import { muted, paragraph, rich } from '../../core/card.ts';
import { rightAnswerPoints } from '../../core/daily/points.ts';
import { isPractice } from '../../core/daily/post-key.ts';
import type { Streak } from '../../core/daily/streak.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Item } from '../../core/question.ts';
import { levelOf } from '../../core/question.ts';
import { buttonId } from '../dispatch/button.ts';
import type { DailyAnswer, DailyPost, DailyStreak } from '../store/daily.ts';
import { dayOf } from './dates.ts';
import { flagActions } from './flags.ts';
import { bridgedLine } from './freezes.ts';
import { choicesNode, itemNodes, letterOf, optionAt, rightPlace } from './item.ts';
import { people, percent } from './numbers.ts';
import { tallyNode } from './tally.ts';
import { verdictHeading, verdictNodes } from './verdict.ts';

/** A post with what it asks. */
export type AskedDaily = AskedItem & { readonly post: Pick<DailyPost, 'date' | 'order'> };

const streaksShown = 3;

/** The title of a post, by its key: only one post per date counts. */
export function dailyName(key: string): string {
  return isPractice(key) ? 'Practice question' : 'Daily question';
}

/** The question as it appears in the channel, with how many have answered, never what. */
export function dailyPostCard({ post, question, item }: AskedDaily, answered: number, subject: Subject): Card {
  return {
    title: `${dailyName(post.date)} · ${dayOf(post.date)}`,
    body: [
      ...itemNodes(item),
      choicesNode(item, post.order, (place) => buttonId('daily', post.date, place)),
      { kind: 'own', id: buttonId('daily', post.date) },
      muted(
        `${topicTitle(subject, question.topic)} · ${levelOf(question, item)} · ${isPractice(post.date) ? 'for practice: no points' : `${rightAnswerPoints} points`} · ${
          answered === 0 ? 'nobody has answered yet' : `${people(answered)} answered`
        } · only you see whether you are right`,
      ),
    ],
  };
}

/** The first message of a post's thread. */
export function dailyDiscussionCard(): Card {
  return {
    body: [
      paragraph(
        'Discuss the question here. The answer is shown in the message above when the next question comes, and after a day at the latest.',
      ),
    ],
  };
}

/** The same message when it is closed: the answer, how many chose what, and who did well. */
export function dailyRevealCard(
  { post, question, item }: AskedDaily,
  counts: readonly number[],
  answers: readonly DailyAnswer[],
  streaks: readonly DailyStreak[],
): Card {
  const right = rightPlace(item, post.order);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const first = answers.find(({ correct }) => correct);
  return {
    title: `${dailyName(post.date)} · ${dayOf(post.date)} · the answer`,
    body: [
      ...itemNodes(item),
      tallyNode(item, post.order, counts),
      { kind: 'own', id: buttonId('daily', post.date) },
      {
        kind: 'text',
        text: [
          { kind: 'text', text: `The right answer is ${letterOf(right)}. `, bold: true },
          ...why(item, post.order, right),
        ],
      },
      paragraph(
        howMany(counts[right] ?? 0, all),
        ...(first === undefined
          ? []
          : [' First right: ', { kind: 'person', user: first.user, text: first.name } as const, '.']),
      ),
      ...streakLine(streaks),
      { kind: 'actions', actions: [{ id: buttonId('show', question.id), label: 'Full answer' }] },
    ],
  };
}

/** What one person learns about their answer. */
export function dailyVerdictCard(
  { post, question, item }: AskedDaily,
  place: number,
  told: {
    readonly before: boolean;
    /** Null where the answer is not part of one. */
    readonly streak: Streak | null;
    /** In a conversation with the bot alone. */
    readonly direct?: boolean;
    /** The hash by which it can be flagged; left out where it cannot. */
    readonly flag?: string | null;
  },
): Card {
  const right = place === rightPlace(item, post.order);
  return {
    ...verdictHeading(right),
    ...(told.before ? { title: `You have answered ${letterOf(place)} already` } : {}),
    body: [
      ...verdictNodes(item, post.order, place),
      muted(
        isPractice(post.date)
          ? 'Just for practice: no points, and it does not count towards your streak.'
          : told.before
            ? 'The first answer counts.'
            : `${gain(right, told.direct === true)}${inARow(told.streak)}`,
      ),
      ...(told.before ? [] : bridgedLine(told.streak)),
      {
        kind: 'actions',
        actions: [{ id: buttonId('show', question.id), label: 'Full answer' }, ...flagActions(told.flag ?? null)],
      },
    ],
  };
}

function inARow(streak: Streak | null): string {
  return streak === null || streak.current <= 1 ? '' : ` · ${streak.current} daily questions in a row`;
}

function gain(right: boolean, direct: boolean): string {
  if (!right) return 'No points this time';
  return `+${rightAnswerPoints} points${direct ? ' in your own record; what you answer here is on no leaderboard' : ''}`;
}

/** For a click after the question was closed. */
export function dailyClosedCard({ post, question, item }: AskedDaily): Card {
  const right = rightPlace(item, post.order);
  return {
    tone: 'notice',
    title: `That ${dailyName(post.date).toLowerCase()} is over`,
    body: [
      {
        kind: 'text',
        text: [
          ...rich(`The right answer was ${letterOf(right)}: `),
          ...inlineCode(optionAt(item, post.order, right)?.text ?? ''),
        ],
      },
      { kind: 'actions', actions: [{ id: buttonId('show', question.id), label: 'Full answer' }] },
    ],
  };
}

/**
 * For a post of which nobody knows any more what it asked: the message itself, and the reply to anyone who presses its
 * buttons.
 */
export function dailyWithdrawnCard(date: string): Card {
  return {
    tone: 'notice',
    title: `Daily question · ${dayOf(date)}`,
    body: [
      paragraph(
        'This question was changed during an update of the bot, so it takes no more answers. Your points and your streak stay.',
      ),
    ],
  };
}

/** `Longest streaks: Ada 12, Bo 7`; nothing if there is none worth mentioning. */
export function streakLine(streaks: readonly DailyStreak[]): readonly CardNode[] {
  const shown = streaks.filter(({ current }) => current > 1).slice(0, streaksShown);
  if (shown.length === 0) return [];
  const parts = shown.flatMap(
    ({ user, name, current }, index): Rich => [
      { kind: 'text', text: index === 0 ? 'Longest streaks: ' : ', ' },
      { kind: 'person', user, text: name },
      { kind: 'text', text: ` ${current}` },
    ],
  );
  return [{ kind: 'text', text: parts }];
}

function howMany(right: number, all: number): string {
  if (all === 0) return 'Nobody answered this one.';
  if (all === 1) return `1 person answered, and got it ${right === 1 ? 'right' : 'wrong'}.`;
  return `${people(all)} answered, ${right === 0 ? 'none' : right} of them right (${percent(right, all)}).`;
}

function why(item: Item, order: readonly number[], place: number): Rich {
  return inlineCode(optionAt(item, order, place)?.why ?? '');
}
