import type { Own } from '../../core/card.ts';
import { pointsOf } from '../../core/quiz/score.ts';
import type { Standing } from '../../core/quiz/standings.ts';
import { standingsAfter } from '../../core/quiz/standings.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { findPlayer, roundOf } from '../../core/quiz/state.ts';
import { buttonId } from '../dispatch/button.ts';
import { counted, ordinal } from './numbers.ts';
import { verdictHeading } from './verdict.ts';

/**
 * What a quiz's question says to one player: while it is open, what they chose; once it is closed, whether that was right,
 * what it brought and their place. Null for who does not play, and for a question that was left out.
 */
export function ownOf(state: QuizState, no: number, user: string): Own | null {
  const question = state.questions[no];
  const round = roundOf(state, no);
  if (question === undefined || round === null || findPlayer(state, user) === undefined) return null;
  const answer = round.answers.find((each) => each.user === user);
  const choice = answer === undefined ? {} : { chosen: answer.choice };
  if (state.closed[no] === undefined) return { ...choice, tone: 'neutral', text: [] };
  const place = placeOf(state, no, user);
  if (answer === undefined) {
    return { tone: 'notice', text: [{ kind: 'text', text: 'You did not answer.', bold: true }, ...place] };
  }
  const { title, tone } = verdictHeading(answer.choice === question.correct);
  const points = pointsOf(state, answer, question.correct);
  const gain = points === 0 ? 'No points this time.' : `+${counted(points, 'point')}.`;
  return { ...choice, tone, text: [{ kind: 'text', text: `${title}. ${gain}`, bold: true }, ...place] };
}

/** What a lobby says to somebody who is in, and has nothing to join; null for all others, and once it is over. */
export function ownInLobby(state: QuizState, user: string): Own | null {
  const player = findPlayer(state, user);
  if (state.phase.kind !== 'lobby' || player === undefined) return null;
  const team = state.teams.find(({ no }) => no === player.team?.no);
  const words = team === undefined ? 'You are in.' : `You are in, for ${team.name}.`;
  return { taken: buttonId('join', state.id), tone: 'good', text: [{ kind: 'text', text: words, bold: true }] };
}

/** `You are 2nd of 5.`; nothing for somebody who plays alone. */
function placeOf(state: QuizState, no: number, user: string): Own['text'] {
  const standing = standingOf(state, no, user);
  if (standing === undefined || state.players.length < 2) return [];
  return [{ kind: 'text', text: ` You are ${ordinal(standing.rank)} of ${state.players.length}.` }];
}

/** Reckoned once for all who look at a state, which is a value and so never changes; by question and player. */
const standings = new WeakMap<QuizState, Map<number, ReadonlyMap<string, Standing>>>();

function standingOf(state: QuizState, no: number, user: string): Standing | undefined {
  const known = standings.get(state) ?? new Map<number, ReadonlyMap<string, Standing>>();
  standings.set(state, known);
  const after = known.get(no) ?? new Map(standingsAfter(state, no).map((standing) => [standing.user, standing]));
  known.set(no, after);
  return after.get(user);
}
