import { disarmed } from './armed.ts';
import { askNext } from './ask.ts';
import type { Effect } from './effect.ts';
import type { JoinEvent } from './event.ts';
import { finish } from './finish.ts';
import type { Person, Player, QuizState } from './state.ts';
import { findPlayer } from './state.ts';
import type { Step } from './step.ts';
import { refuse } from './step.ts';
import { balanceTeams, smallestCompetingTeam, smallestTeam } from './teams.ts';

/**
 * Somebody joins or, in the lobby, changes team. While the quiz runs, a preferred team is given only if it already has
 * players; otherwise, as without a preference, the smallest team that does.
 */
export function join(state: QuizState, event: JoinEvent): Step {
  const { phase } = state;
  if (phase.kind === 'over') return refuse(state, 'not-running');
  if (event.team !== null && state.teams[event.team] === undefined) return refuse(state, 'no-such-team');
  const player = findPlayer(state, event.user);
  const person = { user: event.user, name: event.name };
  if (player === undefined) return changed(addPlayer(state, person, event.team));
  if (event.team === null) return refuse(state, 'already-joined');
  if (phase.kind !== 'lobby') return refuse(state, 'already-started');
  if (player.team?.chosen === true && player.team.no === event.team) return refuse(state, 'already-joined');
  const team = { no: event.team, chosen: true };
  return changed({
    ...state,
    players: state.players.map((other) => (other.user === event.user ? { ...other, team } : other)),
  });
}

/** Somebody leaves the lobby. Nobody leaves a running quiz: who does not answer simply earns nothing. */
export function leave(state: QuizState, user: string): Step {
  if (state.phase.kind === 'over') return refuse(state, 'not-running');
  if (findPlayer(state, user) === undefined) return refuse(state, 'not-joined');
  if (state.phase.kind !== 'lobby') return refuse(state, 'already-started');
  return changed({ ...state, players: state.players.filter((player) => player.user !== user) });
}

/** Adds a new player, to the preferred team if possible, or else to the smallest. */
export function addPlayer(state: QuizState, person: Person, wish: number | null): QuizState {
  const player: Player = { ...person, team: teamFor(state, wish) };
  return { ...state, players: [...state.players, player] };
}

function teamFor({ phase, players, teams }: QuizState, wish: number | null): Player['team'] {
  if (wish !== null && (phase.kind === 'lobby' || players.some((player) => player.team?.no === wish)))
    return { no: wish, chosen: true };
  const no = phase.kind === 'lobby' ? smallestTeam(players, teams) : smallestCompetingTeam(players, teams);
  return no === null ? null : { no, chosen: false };
}

/** The host starts without waiting for the lobby to end. */
export function startNow(state: QuizState, now: number): Step {
  if (state.phase.kind === 'over') return refuse(state, 'not-running');
  if (state.phase.kind !== 'lobby') return refuse(state, 'already-started');
  if (state.players.length === 0) return refuse(state, 'nobody-joined');
  const started = begin(state, now);
  return { ...started, effects: [...disarmed(state), { kind: 'edit-lobby' }, ...started.effects] };
}

/** The lobby's time is up: the first question, also for one player alone; or the end, if nobody is in it any more. */
export function endLobby(state: QuizState, now: number): Step {
  const next = state.players.length > 0 ? begin(state, now) : finish(state, 'nobody', now);
  return { ...next, effects: [{ kind: 'edit-lobby' }, ...next.effects] };
}

/** The first question, with teams as even as they can be. */
export function begin(state: QuizState, now: number): Step {
  const players = state.teams.length === 0 ? state.players : balanceTeams(state.players, state.teams, state.seed);
  return askNext({ ...state, players }, now);
}

/** Shows a change of players: on the lobby's card while that is up, later with the next standings. */
function changed(state: QuizState): Step {
  const effects: readonly Effect[] = state.phase.kind === 'lobby' ? [{ kind: 'edit-lobby' }] : [];
  return { state, effects };
}
