import type { Settings } from './settings.ts';

/** An option by its place as shown: 0 is A. */
export const choices = [0, 1, 2, 3] as const;

export type Choice = (typeof choices)[number];

/** `user` is unique across platforms; `name` is untrusted text for display. */
export type Person = { readonly user: string; readonly name: string };

/** `chosen`: the player picked the team and is not moved to balance teams. */
export type Player = Person & { readonly team: { readonly no: number; readonly chosen: boolean } | null };

export type Team = { readonly no: number; readonly name: string };

/** A question of this quiz. What it asks is identified by its hash, and never changes. */
export type PickedQuestion = {
  /** Ids of the question and of its item. */
  readonly question: string;
  readonly item: string;
  /** The hash of the `AskedItem`; empty if it is no longer known what was asked. */
  readonly asked: string;
  /** Which of its options is shown at A, B, C, D. */
  readonly order: readonly [Choice, Choice, Choice, Choice];
  /** The right option as shown. */
  readonly correct: Choice;
};

export type Answer = {
  readonly user: string;
  readonly choice: Choice;
  /** Time used, in [0, T]. */
  readonly ms: number;
};

/** A span, on the platform's clock, that does not count as time used. `answerable`: it was an outage of ours. */
export type Break = { readonly from: number; readonly to: number; readonly answerable: boolean };

/** A question whose message has been posted. */
export type Round = {
  /** The platform's timestamp of the message. */
  readonly openedAt: number;
  /** Our clock minus the platform's, as well as it is known (it includes a message's latency). */
  readonly skew: number;
  readonly breaks: readonly Break[];
  /** At most one per player, in order of arrival. */
  readonly answers: readonly Answer[];
};

/** A question that is being posted; `interrupted`: an outage of ours came between. */
export type Unposted = { readonly kind: 'unposted'; readonly interrupted: boolean };

export type ClosedRound =
  /** Ended before its message was posted. */
  | { readonly kind: 'unposted' }
  | {
      readonly kind: 'played';
      readonly round: Round;
      /** The latest timestamp of a click that counts, on the platform's clock; null if time ran out. */
      readonly limit: number | null;
      /** Until when, on our clock, such a click may arrive. */
      readonly until: number;
    };

export type PauseReason =
  | { readonly kind: 'asked'; readonly user: string }
  | { readonly kind: 'nobody-answers' }
  /** Nothing that people do arrives. */
  | { readonly kind: 'unheard' }
  | { readonly kind: 'lost'; readonly what: string };

export type OverReason = 'finished' | 'stopped' | 'nobody' | 'lost-permission' | 'gone';

/** The phase that a pause interrupted, so that it can go on. */
export type Interrupted =
  | { readonly kind: 'asking'; readonly question: Unposted | HaltedQuestion }
  | { readonly kind: 'revealing'; readonly remaining: number }
  /** The reveal was over; the next question comes. */
  | { readonly kind: 'between' };

export type HaltedQuestion = {
  readonly kind: 'posted';
  readonly round: Round;
  readonly remaining: number;
  /** When its clock was stopped, by our clock. */
  readonly haltedAt: number;
};

export type PostedQuestion = { readonly kind: 'posted'; readonly round: Round; readonly due: number };

/** `due`: when the phase ends by itself (UTC ms, our clock). */
export type Phase =
  | { readonly kind: 'lobby'; readonly due: number }
  | { readonly kind: 'asking'; readonly question: Unposted | PostedQuestion }
  | { readonly kind: 'revealing'; readonly due: number }
  | { readonly kind: 'paused'; readonly was: Interrupted; readonly reason: PauseReason; readonly due: number }
  | { readonly kind: 'over'; readonly reason: OverReason; readonly at: number };

/** A whole quiz, as plain JSON. */
export type QuizState = {
  readonly id: string;
  readonly channel: string;
  readonly host: Person;
  /** Everything is posted in the channel itself, which is a thread already. */
  readonly inPlace?: true;
  /** A word that nobody can guess, of the address of its presenter's view; absent in quizzes of earlier versions. */
  readonly page?: string;
  /** The same of its results as a file, for its host alone; gone with the host whom it was for. */
  readonly results?: string;
  readonly settings: Settings;
  readonly seed: number;
  readonly questions: readonly PickedQuestion[];
  /** Empty if everybody plays alone. */
  readonly teams: readonly Team[];
  /** In the order in which they joined. */
  readonly players: readonly Player[];
  /** The questions that have been asked and closed, in order. */
  readonly closed: readonly ClosedRound[];
  /** The number of questions in a row, up to the end of the last reveal, that nobody answered. */
  readonly unanswered: number;
  /** The platform's timestamp of the last command obeyed; null before the first. */
  readonly orderedAt: number | null;
  readonly phase: Phase;
};

/** The question being asked or revealed, or the last one, counted from 0; 0 in the lobby. */
export function questionNo({ phase, closed }: QuizState): number {
  const asking = phase.kind === 'asking' || (phase.kind === 'paused' && phase.was.kind === 'asking');
  return asking ? closed.length : Math.max(0, closed.length - 1);
}

/** A moment of a quiz that a command can refer to: the lobby, or the present or last question. */
export function momentOf(state: QuizState): string {
  return state.phase.kind === 'lobby' ? 'lobby' : String(questionNo(state));
}

/** The question being asked, its clock running or halted; null in every other phase. */
export function openQuestion({ phase }: QuizState): Unposted | PostedQuestion | HaltedQuestion | null {
  if (phase.kind === 'asking') return phase.question;
  return phase.kind === 'paused' && phase.was.kind === 'asking' ? phase.was.question : null;
}

/** The answers to a question so far; none if it has not been posted. */
export function roundOf(state: QuizState, no: number): Round | null {
  const closed = state.closed[no];
  if (closed !== undefined) return closed.kind === 'played' ? closed.round : null;
  const open = no === state.closed.length ? openQuestion(state) : null;
  return open?.kind === 'posted' ? open.round : null;
}

/** The time limit of each question, in ms. */
export function timeLimit(state: QuizState): number {
  return state.settings.seconds * 1000;
}

/** The player with this key, if they have joined. */
export function findPlayer(state: QuizState, user: string): Player | undefined {
  return state.players.find((player) => player.user === user);
}
