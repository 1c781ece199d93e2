import type { Errand, Outgoing } from '../store/outbox.ts';
import type { StoredQuiz } from '../store/quiz.ts';
import type { Unit } from '../store/store.ts';
import type { SentPart } from './names.ts';
import { outgoingIds, quizTimers } from './names.ts';

/** Where messages of a quiz are put in: the unit of the change that calls for them. */
export type Outlet = {
  readonly unit: Unit;
  /** The quiz as it is saved in this unit. */
  readonly quiz: StoredQuiz;
  /** Wall clock, UTC ms. */
  readonly wall: number;
};

type About = {
  readonly part?: SentPart;
  readonly no?: number;
  readonly inThread?: boolean;
  readonly pressed?: Outgoing['pressed'];
  /** Worth another try when it failed before: after a pause for that reason the same question is asked. */
  readonly again?: boolean;
};

/** Puts a message of a quiz into its outbox, behind those that are there. */
export async function put(context: Outlet, id: string, errand: Errand, about: About): Promise<void> {
  const { unit, quiz, wall } = context;
  const { part, no = 0, inThread = false, pressed = 'wait', again = false } = about;
  const outgoing: Outgoing = {
    ...common(quiz, wall),
    id,
    lane: `quiz:${quiz.id}`,
    thread: inThread ? threadOf(quiz) : null,
    errand,
    pressed,
    follow: followOf(part, context, no),
  };
  if (again) await unit.outbox.putAgain(outgoing, wall);
  else await unit.outbox.put(outgoing, wall);
}

/** An edit that may come again with newer content; it has a lane of its own, so that it holds up nothing. */
export async function edit(
  context: Outlet,
  id: string,
  errand: Omit<Extract<Errand, { readonly kind: 'edit' }>, 'kind'>,
  interval: number,
  pressed: Outgoing['pressed'],
  part: SentPart | undefined = errand.target === outgoingIds.lobby(context.quiz.id) ? 'card' : undefined,
): Promise<void> {
  const { unit, quiz, wall } = context;
  const inThread = errand.target !== outgoingIds.lobby(quiz.id);
  const outgoing: Outgoing = {
    ...common(quiz, wall),
    id,
    lane: id,
    thread: inThread ? threadOf(quiz) : null,
    errand: { kind: 'edit', ...errand },
    pressed,
    follow: followOf(part, context),
  };
  await unit.outbox.putLatest(outgoing, wall, interval);
}

/** The message under which the questions stand; null where they stand in the channel itself. */
export function threadOf({ id, state }: StoredQuiz): string | null {
  return state.inPlace === true ? null : outgoingIds.lobby(id);
}

function followOf(part: SentPart | undefined, { quiz, wall }: Outlet, no = 0): Outgoing['follow'] {
  return part === undefined ? null : { kind: quizTimers.sent, payload: { quiz: quiz.id, part, no, since: wall } };
}

function common(
  { scope, channel }: StoredQuiz,
  wall: number,
): Pick<Outgoing, 'scope' | 'channel' | 'user' | 'due' | 'expires'> {
  return { scope, channel, user: null, due: wall, expires: null };
}
