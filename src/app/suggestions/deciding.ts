import type { SuggestedFile } from '../../core/suggestion.ts';
import { putDirectMessage } from '../delivery/direct-message.ts';
import type { Unit } from '../store/store.ts';
import type { Suggestion } from '../store/suggestion.ts';
import { decisionCard } from '../views/suggestion-decisions.ts';

/** What becomes of a suggestion: the file that it is from now on, or nothing, for this reason. */
export type Decision =
  | { readonly kind: 'accepted'; readonly file: SuggestedFile; readonly title: string }
  | { readonly kind: 'declined'; readonly word: string };

/**
 * Decides on a suggestion as it was read, and tells its author by direct message. Null where it was decided or changed meanwhile:
 * what is decided on is what was read. `now`: UTC ms.
 */
export async function decideAsRead(
  unit: Unit,
  read: Suggestion,
  decision: Decision,
  now: number,
): Promise<Suggestion | null> {
  const present = await unit.suggestions.lock(read.id);
  const isSame = present?.state === 'open' && JSON.stringify(present.text) === JSON.stringify(read.text);
  return isSame ? decide(unit, present, decision, now) : null;
}

async function decide(unit: Unit, open: Suggestion, decision: Decision, now: number): Promise<Suggestion> {
  const { kind } = decision;
  const decided: Suggestion = {
    ...open,
    ...{ state: kind, decidedAt: now },
    word: kind === 'declined' ? decision.word : null,
    file: kind === 'accepted' ? decision.file : null,
  };
  await unit.suggestions.save(decided);
  const { id, scope, author } = decided;
  if (author !== null) {
    const card = decisionCard(decided, kind === 'accepted' ? decision.title : null);
    await putDirectMessage(unit, { id: `suggestion:${id}:${kind}`, scope, user: author, card }, now);
  }
  return decided;
}
