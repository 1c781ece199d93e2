import type { Environment } from '../environment.ts';
import type { Unit } from '../store/store.ts';
import { deleteRequest, showMarks } from './peer-posting.ts';

/**
 * Takes what the person with this key posted for peers, and their marks, out of the chat and the memory, in the unit in which
 * everything else about them is deleted.
 */
export async function leavePeers(unit: Unit, user: string, { clock }: Pick<Environment, 'clock'>): Promise<void> {
  const now = clock.wall();
  for (const id of await unit.peers.postedBy(user)) {
    const request = await unit.peers.lock(id);
    if (request !== null) await deleteRequest(unit, request, now);
  }
  for (const id of await unit.peers.markedBy(user)) {
    const request = await unit.peers.lock(id);
    const wasShown = (await unit.peers.marks(id)).some((marks) => marks.user === user && marks.sent !== null);
    await unit.peers.unmark(id, user);
    if (request !== null && wasShown) await showMarks(unit, request, now);
  }
}
