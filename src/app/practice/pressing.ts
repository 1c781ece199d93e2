import type { Card } from '../../core/card.ts';
import type { PracticeSession } from '../../core/practice/session.ts';
import { isOver } from '../../core/practice/session.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import { practiceGoneCard } from '../views/practice-notices.ts';
import { staleCard } from '../views/problem.ts';
import { answerPractice, practiseMissed, presentCard } from './answering.ts';
import { beginPractice, requestOf } from './beginning.ts';
import type { PracticeUnits } from './practice-memory.ts';

type Needs = Pick<Environment, 'bank' | 'clock' | 'random' | 'flags'>;

/**
 * Carries out what a button of a practice is for; `args` are the button's. Whatever was done already, here or in another
 * process, is not done again: then the answer says where the practice stands, which is the same.
 */
export async function pressPractice(
  unit: PracticeUnits,
  [id = '', what = '', ...rest]: readonly string[],
  { caller: { user }, at }: Circumstances,
  needs: Needs,
): Promise<Card> {
  const session = await unit.practice.lock(user);
  if (session === null) return practiceGoneCard();
  if (session.id !== id) {
    // Of a practice before this one; or pressed twice, and it has begun this one.
    return what === 'pick' || isOver(session) ? practiceGoneCard() : presentCard(unit, session, needs);
  }
  switch (what) {
    case 'pick':
      return answerPractice(unit, session, rest.map(Number), { user, at }, needs);
    case 'next':
      return presentCard(unit, session, needs);
    case 'stop':
      return stopPractice(unit, session, user, needs);
    case 'anew': {
      // Who goes on after a day's practice wants more than what is due.
      const { only, ...request } = session.wish ?? session.request;
      const wanted = only === undefined ? request : requestOf({ topics: request.topics });
      const begun = await beginPractice(unit, user, wanted, needs);
      return presentCard(unit, begun, needs);
    }
    case 'missed':
      return practiseMissed(unit, session, user, needs);
    default:
      return staleCard();
  }
}

/** Ends a practice where it is, and tells how it went. */
export async function stopPractice(
  unit: PracticeUnits,
  session: PracticeSession,
  user: string,
  needs: Needs,
): Promise<Card> {
  const stopped = { ...session, stopped: true };
  if (!isOver(session)) await unit.practice.save(user, stopped, needs.clock.wall());
  return presentCard(unit, stopped, needs);
}
