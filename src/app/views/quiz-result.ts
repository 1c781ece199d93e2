import type { Subject } from '../../core/bank.ts';
import type { Action, Card, CardNode, PictureNode } from '../../core/card.ts';
import { muted, paragraph, rich } from '../../core/card.ts';
import { withoutTiles } from '../../core/choices.ts';
import type { PlayerResult, QuizResult } from '../../core/quiz/result.ts';
import { resultOf } from '../../core/quiz/result.ts';
import type { QuizState, Team } from '../../core/quiz/state.ts';
import { buttonId } from '../dispatch/button.ts';
import { counted, grouped, inWords, ordinal, percent } from './numbers.ts';
import { quizName } from './quiz-lobby.ts';

/** With more players than this, the thread does not list each of them; in teams each line is longer. */
const listed = { alone: 30, inTeams: 20 } as const;

/** On the podium, if many share a rank. */
const onPodium = 8;

/**
 * The end of a quiz where its questions stand: podium, everybody's points and accuracy, the hardest question. With a subject it
 * has the picture, too: where the channel gets no card of its own.
 */
export function resultCard(state: QuizState, titles: readonly string[], subject: Subject | null = null): Card {
  const result = resultOf(state);
  const { hardest } = result;
  const most = state.teams.length === 0 ? listed.alone : listed.inTeams;
  return {
    title: 'The quiz is over',
    tone: 'good',
    body: [
      ...podiumNodes(result),
      ...(subject === null ? [] : picture(result, quizName(subject))),
      {
        kind: 'actions',
        actions: [
          { id: buttonId('review', state.id), label: 'Review my mistakes', style: 'primary' },
          rematch(state),
          ...(result.players.length === 0 ? [] : [{ id: buttonId('results', state.id), label: 'Results as CSV' }]),
        ],
      },
      ...(result.players.length === 0 ? [] : [playerTable(result.players.slice(0, most), state.teams)]),
      ...(result.players.length > most
        ? [paragraph(`and ${counted(result.players.length - most, 'more player')}`)]
        : []),
      ...(hardest === null || hardest.right === hardest.answered || result.asked < 2
        ? []
        : [
            paragraph(
              `Hardest question: number ${hardest.no + 1}, on “${titles[hardest.no] ?? ''}” (${percent(hardest.right, hardest.answered)} right).`,
            ),
          ]),
      ...(result.players.length === 1
        ? [muted('Played alone: the points count in this channel and in your own record, not over all channels.')]
        : []),
    ],
  };
}

/** The end of a quiz as its channel sees it; a rematch is offered in the thread, if there is one still. */
export function channelResultCard(state: QuizState, subject: Subject, hasThread = true): Card {
  const result = resultOf(state);
  return {
    title: `${quizName(subject)} · the result`,
    body: [
      ...podiumNodes(result).flatMap(withoutTiles),
      ...picture(result, quizName(subject)),
      ...(hasThread ? [] : [{ kind: 'actions', actions: [rematch(state)] } as const]),
    ],
  };
}

function rematch({ id }: QuizState): Action {
  return { id: buttonId('rematch', id), label: 'Rematch' };
}

function podiumNodes({ podium, teams, players }: QuizResult): readonly CardNode[] {
  const winners = teams.filter(({ rank, points }) => rank === 1 && points > 0);
  const team: readonly CardNode[] =
    winners.length === 0
      ? []
      : [
          {
            kind: 'text',
            text: [
              { kind: 'text', text: `${inWords(winners.map(({ name }) => name))} won`, bold: true },
              { kind: 'text', text: `: ${teams.map(({ name, points }) => `${name} ${grouped(points)}`).join(' · ')}` },
            ],
          },
        ];
  if (podium.length === 0) {
    return [...team, paragraph(players.length === 0 ? 'Nobody played.' : 'Nobody scored a point this time.')];
  }
  const rows = podium
    .slice(0, onPodium)
    .map(({ rank, user, name, points }) => ({ rank, user, name, points: counted(points, 'point') }));
  return [...team, { kind: 'podium', rows, rest: podium.length - rows.length }];
}

/** In teams everybody has a second rank, within their own. */
function playerTable(players: readonly PlayerResult[], teams: readonly Team[]): CardNode {
  const inTeams = teams.length > 0;
  const headers = ['#', 'Name', 'Points', 'Right', ...(inTeams ? ['Team'] : [])];
  return {
    kind: 'table',
    headers: headers.map((header) => rich(header)),
    rows: players.map(({ rank, name, points, right, counted: all, ...player }) =>
      [
        String(rank),
        name,
        grouped(points),
        all === 0 ? '–' : `${right} of ${all}`,
        ...(inTeams ? [placeInTeam(player, teams)] : []),
      ].map((text) => rich(text)),
    ),
  };
}

function placeInTeam({ team, rankInTeam }: Pick<PlayerResult, 'team' | 'rankInTeam'>, teams: readonly Team[]): string {
  const name = teams.find(({ no }) => no === team)?.name;
  return name === undefined || rankInTeam === null ? '–' : `${ordinal(rankInTeam)} in ${name}`;
}

/** The podium as a picture, for people who prefer looking to reading. */
function picture({ podium }: QuizResult, title: string): readonly PictureNode[] {
  if (podium.length === 0) return [];
  const rows = podium.map(({ rank, name, points, accuracy }) => ({ rank, name, points, accuracy: accuracy ?? 0 }));
  const named = rows
    .slice(0, onPodium)
    .map(({ rank, name, points }) => `${rank}. ${name}, ${counted(points, 'point')}`);
  const alt = `Podium: ${named.join('; ')}`;
  return [{ kind: 'picture', alt, picture: { kind: 'podium', title, rows } }];
}
