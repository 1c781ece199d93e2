import { armed } from './armed.ts';
import { addPlayer, begin } from './lobby.ts';
import type { Settings } from './settings.ts';
import type { Person, PickedQuestion, QuizState } from './state.ts';
import type { Step } from './step.ts';
import { createTeams } from './teams.ts';

/** What a quiz is opened with: settings within their bounds, and as many picked questions as they ask for. */
export type Opening = {
  readonly id: string;
  readonly channel: string;
  readonly host: Person;
  /** See `QuizState`. */
  readonly inPlace?: true;
  /** Surely nobody else is there who could join. */
  readonly alone?: true;
  readonly page?: string;
  readonly results?: string;
  readonly settings: Settings;
  readonly questions: readonly PickedQuestion[];
  /** The seed of all randomness in this quiz: any whole number. */
  readonly seed: number;
  /** Our clock, UTC ms. */
  readonly now: number;
};

/**
 * A quiz in its lobby, with its host as the first player: whoever starts a quiz means to play, and leaves it otherwise. Where
 * nobody else could join there is nothing to wait for, so that it begins at once.
 */
export function openQuiz({ now, alone, ...opening }: Opening): Step {
  const due = now + opening.settings.lobbySeconds * 1000;
  const empty: QuizState = {
    ...opening,
    teams: createTeams(opening.settings.teams),
    players: [],
    closed: [],
    unanswered: 0,
    orderedAt: null,
    phase: { kind: 'lobby', due },
  };
  const state = addPlayer(empty, opening.host, null);
  if (alone !== true) return { state, effects: [{ kind: 'post-lobby' }, ...armed(state)] };
  const begun = begin(state, now);
  return { ...begun, effects: [{ kind: 'post-lobby' }, ...begun.effects] };
}

/** The same quiz in its lobby under another id, with all of the lobby's time before it. */
export function reopenQuiz(state: QuizState, id: string, now: number): Step {
  const again: QuizState = { ...state, id, phase: { kind: 'lobby', due: now + state.settings.lobbySeconds * 1000 } };
  return { state: again, effects: [{ kind: 'post-lobby' }, ...armed(again)] };
}
