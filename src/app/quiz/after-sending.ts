import type { QuizEvent } from '../../core/quiz/event.ts';
import type { Hindrance } from '../hindrance.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { SentPart } from './names.ts';

/** A message of a quiz whose sending has ended; the payload of `quizTimers.sent`. */
export type Sent = {
  readonly quiz: string;
  readonly part: SentPart;
  /** The question that it is about. */
  readonly no: number;
  /** When it was put in, UTC ms. */
  readonly since: number;
  readonly end: OutgoingEnd;
};

/** What goes to the quiz because of it. */
export type FollowUp = {
  readonly event: QuizEvent;
  /** Why the quiz was lost, for its host to hear; null where it was not. */
  readonly lost: string | null;
  /** What the platform says of it. */
  readonly hindrance?: Hindrance | undefined;
};

/** For a quiz whose channel or thread is gone with the message. */
export function afterGone({ end }: Sent): FollowUp {
  return { event: { kind: 'lost', reason: 'gone' }, lost: 'gone', hindrance: hindranceOf(end) };
}

/** What a quiz is to learn of a message that was sent or was not; null for nothing. */
export function followUpOf({ part, no, end }: Sent): FollowUp | null {
  if (end.kind === 'sent') {
    const event: QuizEvent = { kind: 'posted', no, at: end.posted.at, late: end.late };
    return part === 'question' ? { event, lost: null } : null;
  }
  if (part !== 'lobby' && part !== 'thread' && part !== 'question') return null;
  if (part === 'question' && (end.kind === 'dropped' || end.why === 'unverifiable')) {
    // Nobody can tell whether it stands there: better to leave it out than to ask it twice.
    return { event: { kind: 'skip', what: 'question', no, user: '', byManager: true, at: null }, lost: null };
  }
  const reason = end.kind === 'failed' ? end.why : 'gone';
  return { event: { kind: 'lost', reason }, lost: reason, hindrance: hindranceOf(end) };
}

function hindranceOf(end: OutgoingEnd): Hindrance | undefined {
  return end.kind === 'failed' ? end.hindrance : undefined;
}

/**
 * What is gone with a message: the quiz; the quiz as long as it is in the lobby; or null for a message that it can do
 * without.
 */
export function goneWith({ part, end }: Sent): 'quiz' | 'lobby' | null {
  if (end.kind !== 'failed' || end.why !== 'gone' || part === 'result') return null;
  if (end.only === undefined || part === 'thread') return 'quiz';
  // Nobody can join any more. Once it has begun, the thread goes on without that card.
  return part === 'card' ? 'lobby' : null;
}

/** A second start wanted to show the lobby once more, and its message alone is gone. */
export function isLobbyDeleted({ part, end }: Sent): boolean {
  return part === 'anew' && end.kind === 'failed' && end.why === 'gone' && end.only !== undefined;
}
