import { putDirectMessage } from '../delivery/direct-message.ts';
import type { Hindrance } from '../hindrance.ts';
import type { Unit } from '../store/store.ts';
import { hostTellCard, slowedCard } from '../views/quiz-trouble.ts';
import { outgoingIds } from './names.ts';
import { threadOf } from './outgoing.ts';

/** Says in a quiz's thread, once, that the platform slows it down; `now` in UTC ms. */
export async function saySlowed(unit: Unit, id: string, now: number): Promise<void> {
  const quiz = await unit.quizzes.lock(id);
  if (quiz === null || !quiz.live) return;
  await unit.outbox.put(
    {
      id: outgoingIds.slowed(id),
      lane: outgoingIds.slowed(id),
      scope: quiz.scope,
      channel: quiz.channel,
      user: null,
      thread: threadOf(quiz),
      errand: { kind: 'post', card: slowedCard(), ping: null },
      due: now,
      expires: null,
      pressed: 'wait',
      follow: null,
    },
    now,
  );
}

/**
 * Tells the host why their quiz is about to be lost. In private: where the bot cannot post, nobody would read it. `now` in
 * UTC ms.
 */
export async function tellHost(
  unit: Unit,
  id: string,
  { why, hindrance }: { readonly why: string; readonly hindrance: Hindrance | undefined },
  now: number,
): Promise<void> {
  const quiz = await unit.quizzes.lock(id);
  // Of one that is over they were told when it ended.
  if (quiz === null || !quiz.live) return;
  const about = { id: outgoingIds.tellHost(id, quiz.version), scope: quiz.scope, user: quiz.state.host.user };
  await putDirectMessage(unit, { ...about, card: hostTellCard(why, quiz.state, hindrance) }, now);
}
