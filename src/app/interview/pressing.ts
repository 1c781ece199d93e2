import type { Card } from '../../core/card.ts';
import type { Interview } from '../../core/interview/interview.ts';
import { revealed, ticked } from '../../core/interview/interview.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import { interviewGoneCard, nothingToAskCard } from '../views/interview-notices.ts';
import { staleCard } from '../views/problem.ts';
import type { Needs } from './going-on.ts';
import { beginInterview, endInterview, goOn } from './going-on.ts';
import type { InterviewUnits } from './interview-memory.ts';
import { presentInterview } from './presenting.ts';
import type { Said } from './said.ts';

/**
 * What a button of an interview does; `args` are the button's. Whatever was done already, here or in another process, is not
 * done again: then the answer says where the interview stands, which is the same.
 */
export async function pressInterview(
  unit: InterviewUnits,
  [id = '', what = '', ...rest]: readonly string[],
  { caller: { user } }: Circumstances,
  needs: Needs & { readonly said: Said },
): Promise<Card> {
  const interview = await unit.interviews.lock(user);
  if (interview === null) return interviewGoneCard();
  // Of one before this; or pressed twice, and it has begun this one.
  if (interview.id !== id) return what === 'anew' ? presentInterview(interview, user, needs) : interviewGoneCard();
  const [no = -1, point = -1, isTicked = 0] = rest.map(Number);
  switch (what) {
    case 'go':
      return presentInterview(interview, user, needs);
    case 'reveal':
      return save(unit, interview, revealed(interview, no), user, needs);
    case 'tick':
      return save(unit, interview, ticked(interview, no, point, isTicked === 1), user, needs);
    case 'next':
      needs.said.drop(user);
      return presentInterview(await goOn(unit, interview, no, user, needs), user, needs);
    case 'end':
      needs.said.drop(user);
      return presentInterview(await endInterview(unit, interview, user, needs), user, needs);
    case 'anew': {
      await endInterview(unit, interview, user, needs);
      const request = interview.wish ?? interview.request;
      const begun = await beginInterview(unit, user, request, needs);
      return begun === null ? nothingToAskCard(request, needs.bank.subject()) : presentInterview(begun, user, needs);
    }
    default:
      return staleCard();
  }
}

async function save(
  unit: InterviewUnits,
  before: Interview,
  after: Interview,
  user: string,
  needs: Needs & { readonly said: Said },
): Promise<Card> {
  if (after !== before) await unit.interviews.save(user, after, needs.clock.wall());
  return presentInterview(after, user, needs);
}
