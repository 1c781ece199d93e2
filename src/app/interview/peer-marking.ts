import type { Card } from '../../core/card.ts';
import type { PeerMarks, PeerRequest } from '../../core/interview/peers.ts';
import { withTick } from '../../core/interview/tick.ts';
import type { Environment } from '../environment.ts';
import { learnerOf } from '../person-keys.ts';
import type { Caller } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import { marksSentCard, noLongerMarkedCard, ownAnswerCard, peerChecklistCard } from '../views/interview-peers.ts';
import { staleCard } from '../views/problem.ts';
import { showMarks } from './peer-posting.ts';

/**
 * What a button of a peer does, for them alone; `args` are the button's. A point is ticked or not as the button says, and what was
 * sent already is not sent again.
 */
export async function pressMarks(
  unit: Unit,
  [what, id = '', ...rest]: readonly string[],
  { user, name }: Caller,
  { bank, clock }: Pick<Environment, 'bank' | 'clock'>,
): Promise<Card> {
  const request = await unit.peers.lock(id);
  if (request === null) return noLongerMarkedCard();
  if (learnerOf(request.author.user) === learnerOf(user)) return ownAnswerCard();
  const own = await marksBy(unit, request, { user, name });
  const now = clock.wall();
  const [point = -1, isTicked = 0] = rest.map(Number);
  const checklist = (ticked: PeerMarks['ticked']) =>
    peerChecklistCard(request, ticked, bank.question(request.question));
  switch (what) {
    case 'mark':
    case 'change':
      return checklist(own.ticked);
    case 'tick': {
      const ticked = withTick(own.ticked, request.points.length, point, isTicked === 1);
      await unit.peers.mark(id, { ...own, ticked }, now);
      return checklist(ticked);
    }
    case 'send':
      if (String(own.sent) !== String(own.ticked) || own.sent === null) {
        await unit.peers.mark(id, { ...own, sent: own.ticked }, now);
        await showMarks(unit, request, now);
      }
      return marksSentCard(request, own.ticked);
    default:
      return staleCard();
  }
}

/** What somebody has ticked so far, under the name that they have now. */
async function marksBy(unit: Unit, { id }: PeerRequest, who: Pick<Caller, 'user' | 'name'>): Promise<PeerMarks> {
  const before = (await unit.peers.marks(id)).find(({ user }) => user === who.user);
  return { ticked: [], sent: null, ...before, user: who.user, name: who.name };
}
