import type { Card } from '../../core/card.ts';
import type { Interview } from '../../core/interview/interview.ts';
import { revealed, ticked } from '../../core/interview/interview.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import type { Caller } from '../ports.ts';
import { interviewGoneCard, nothingToAskCard } from '../views/interview-notices.ts';
import { staleCard } from '../views/problem.ts';
import type { Needs } from './going-on.ts';
import { beginInterview, endInterview, goOn } from './going-on.ts';
import type { InterviewUnits } from './interview-memory.ts';
import type { Showing } from './presenting.ts';
import { presentInterview } from './presenting.ts';

/**
 * What a button of an interview does; `args` are the button's. Whatever was done already, here or in another process, is not
 * done again: then the answer says where the interview stands, which is the same.
 */
export async function pressInterview(
  unit: InterviewUnits,
  [id = '', what = '', ...rest]: readonly string[],
  { caller }: Circumstances,
  needs: Needs & Showing,
): Promise<Card> {
  const { user } = caller;
  const interview = await unit.interviews.lock(user);
  if (interview === null) return interviewGoneCard();
  // Of one before this; or pressed twice, and it has begun this one.
  if (interview.id !== id) return what === 'anew' ? presentInterview(interview, caller, needs) : interviewGoneCard();
  const [no = -1, point = -1, isTicked = 0] = rest.map(Number);
  switch (what) {
    case 'go':
      return presentInterview(interview, caller, needs);
    case 'reveal':
      return save(unit, interview, revealed(interview, no), caller, needs);
    case 'tick':
      return save(unit, interview, ticked(interview, no, point, isTicked === 1), caller, needs);
    case 'next':
      needs.said.drop(user);
      return presentInterview(await goOn(unit, interview, no, user, needs), caller, needs);
    case 'end':
      needs.said.drop(user);
      return presentInterview(await endInterview(unit, interview, user, needs), caller, needs);
    case 'anew': {
      await endInterview(unit, interview, user, needs);
      const request = interview.wish ?? interview.request;
      const begun = await beginInterview(unit, user, request, needs);
      return begun === null ? nothingToAskCard(request, needs.bank.subject()) : presentInterview(begun, caller, needs);
    }
    default:
      return staleCard();
  }
}

async function save(
  unit: InterviewUnits,
  before: Interview,
  after: Interview,
  caller: Caller,
  needs: Needs & Showing,
): Promise<Card> {
  if (after !== before) await unit.interviews.save(caller.user, after, needs.clock.wall());
  return presentInterview(after, caller, needs);
}
