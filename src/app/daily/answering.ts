import type { Card } from '../../core/card.ts';
import { dailyPoints } from '../../core/daily/points.ts';
import { isPractice } from '../../core/daily/post-key.ts';
import type { Streak } from '../../core/daily/streak.ts';
import type { Question } from '../../core/question.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import { calendarZone } from '../boards/calendar.ts';
import { countedBoards } from '../boards/counted-boards.ts';
import { countedPeriods } from '../boards/counted-periods.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import { answerOf, sources } from '../practice/answer-of.ts';
import type { DailyPost } from '../store/daily.ts';
import type { Unit } from '../store/store.ts';
import { dailyClosedCard, dailyVerdictCard, dailyWithdrawnCard } from '../views/daily.ts';
import { optionAt } from '../views/item.ts';
import { staleCard } from '../views/problem.ts';
import { showCount } from './posting.ts';

/** `answered`: what else follows once somebody's first answer is recorded. */
export type AnswerNeeds = Pick<Environment, 'bank' | 'rules' | 'flags'> & {
  readonly answered?: (unit: Unit, user: string) => Promise<void>;
};

/**
 * Takes somebody's answer to a daily question: the first counts, later clicks are told what it was; in practice it
 * counts towards what the channel chose and what the person remembers, and nowhere else. `args` are those of the button: key of the post and place.
 */
export async function answerDaily(
  unit: Unit,
  { bank, rules, flags, answered }: AnswerNeeds,
  [date = '', placeText = '']: readonly string[],
  { caller, at }: Circumstances,
  now: number,
): Promise<Card> {
  const { channel, scope, user, name, direct } = caller;
  const post = await unit.daily.post(channel, date);
  const place = Number(placeText);
  if (post === null || ![0, 1, 2, 3].includes(place)) return staleCard();
  const found = post.asked === null ? undefined : await bank.asked(unit, post.asked);
  if (found === undefined) return dailyWithdrawnCard(date);
  const asked = { post, ...found };
  const flag = flags === true ? post.asked : null;
  if (post.state !== 'posting' && post.state !== 'open') return dailyClosedCard(asked);
  const correct = optionAt(asked.item, post.order, place)?.correct === true;
  const before = await unit.daily.answer(channel, date, { user, name, choice: place, correct, at });
  if (before !== null) {
    return dailyVerdictCard(asked, before.choice, { before: true, streak: null, direct, flag });
  }
  const streak = isPractice(date) ? null : await count(unit, asked, correct, { caller, at, rules });
  const given = { asked: post.asked, choice: post.order[place] ?? null, correct };
  await unit.memory.note({ ...answerOf(asked, given), user, source: sources.daily(channel, date), at });
  await showCount(unit, bank, post, scope, asked, now);
  await answered?.(unit, user);
  return dailyVerdictCard(asked, place, { before: false, streak, direct, flag });
}

/** Gives the points for an answer that counts, and brings the streak up to date; tells how it stands now. */
async function count(
  unit: Unit,
  { post, question }: { readonly post: DailyPost; readonly question: Pick<Question, 'topic'> },
  correct: boolean,
  { caller, at, rules }: Pick<Circumstances, 'caller' | 'at'> & { readonly rules: ZoneRules },
): Promise<Streak> {
  const { channel, user, name } = caller;
  const { boards, topics } = countedBoards(caller, caller.direct);
  const periods = countedPeriods(at, await calendarZone(unit, channel, rules), rules);
  const change = { user, name, points: dailyPoints(correct), answered: 1, correct: Number(correct), won: 0 };
  await unit.scores.add(boards, periods, change);
  await unit.scores.addTopic(topics, user, question.topic, correct);
  return unit.daily.countStreak(channel, { user, name }, post.date);
}
