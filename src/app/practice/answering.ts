import type { Card } from '../../core/card.ts';
import { drawOrderNumber, orderOf } from '../../core/permutation.ts';
import { itemAfter } from '../../core/practice/pick.ts';
import type { PracticeItem, PracticeSession } from '../../core/practice/session.ts';
import { isOver, missedIn, withAnswer } from '../../core/practice/session.ts';
import type { Environment } from '../environment.ts';
import { optionAt } from '../views/item.ts';
import { practiceGoneCard } from '../views/practice-notices.ts';
import { practiceQuestionCard, sessionVerdictCard } from '../views/practice-session.ts';
import { practiceSummaryCard } from '../views/practice-summary.ts';
import { staleCard } from '../views/problem.ts';
import { answerOf, sources } from './answer-of.ts';
import { begin } from './beginning.ts';
import type { PracticeUnits } from './practice-memory.ts';

type Needs = Pick<Environment, 'bank' | 'clock' | 'random' | 'flags'>;

/**
 * What a practice comes to now: the question to be answered, or the summary once it is over. `insteadOfQuiz`: a quiz was
 * asked for, in a conversation with the bot alone.
 */
export async function presentCard(
  unit: PracticeUnits,
  session: PracticeSession,
  { bank, clock }: Needs,
  insteadOfQuiz = false,
): Promise<Card> {
  if (isOver(session)) {
    const items = await bank.allAsked(
      unit,
      session.items.map(({ asked }) => asked),
    );
    return practiceSummaryCard(session, items, bank.subject(), clock.wall());
  }
  const item = session.items[session.answers.length];
  const asked = item === undefined ? undefined : await bank.asked(unit, item.asked);
  return asked === undefined ? staleCard() : practiceQuestionCard(session, asked, bank.subject(), insteadOfQuiz);
}

/** Takes an answer to a question: it counts once, and whoever presses again is told the same. */
export async function answerPractice(
  unit: PracticeUnits,
  session: PracticeSession,
  [no = -1, place = -1]: readonly number[],
  { user, at }: { readonly user: string; readonly at: number },
  needs: Needs,
): Promise<Card> {
  const { bank, clock } = needs;
  const picked = session.items[no];
  const asked = picked === undefined ? undefined : await bank.asked(unit, picked.asked);
  if (picked === undefined || asked === undefined) return staleCard();
  const verdict = (of: PracticeSession) => sessionVerdictCard(of, no, asked, clock.wall(), needs.flags === true);
  if (session.answers[no] !== undefined) return verdict(session);
  if (isOver(session) || no !== session.answers.length) return presentCard(unit, session, needs);
  const option = optionAt(asked.item, orderOf(picked.order), place);
  if (option === undefined) return staleCard();
  const choice = orderOf(picked.order)[place] ?? null;
  const given = { asked: picked.asked, choice, correct: option.correct };
  const card = await unit.memory.note({
    ...answerOf(asked, given),
    user,
    source: sources.practice(session.id, no),
    at,
  });
  const answered = withAnswer(session, no, { place, correct: option.correct, due: card?.due ?? at });
  await unit.practice.save(user, answered, clock.wall());
  return verdict(answered);
}

/** Begins a practice of what was answered wrongly in one, asked by other items where there are others. */
export async function practiseMissed(
  unit: PracticeUnits,
  session: PracticeSession,
  user: string,
  needs: Needs,
): Promise<Card> {
  const { bank, random } = needs;
  const items = missedIn(session).flatMap((missed): PracticeItem[] => {
    const known = bank.question(missed.question)?.items.flatMap(({ id }) => bank.item(missed.question, id) ?? []) ?? [];
    const next = itemAfter(
      known.map(({ item, hash }) => ({ item: item.id, hash })),
      missed.item,
    );
    if (next === undefined) return [];
    const order = drawOrderNumber(random);
    return [{ question: missed.question, item: next.item, asked: next.hash, order, why: 'missed' }];
  });
  if (items.length === 0) return practiceGoneCard();
  const begun = await begin(unit, user, session.request, items, needs);
  return presentCard(unit, begun, needs);
}
