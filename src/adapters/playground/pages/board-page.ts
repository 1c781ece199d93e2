import { html } from 'hono/html';
import { grouped, percent } from '../../../app/views/numbers.ts';
import { topicTitle } from '../../../core/bank.ts';
import { hint, rich } from '../../../core/card.ts';
import type { Markup } from '../cards/markup.ts';
import { tableMarkup } from '../cards/table.ts';
import type { BoardPage } from './board-pages.ts';
import type { BoardChoice } from './board-switches.ts';
import { boardSwitches, periodWords } from './board-switches.ts';
import { lineChart } from './line-chart.ts';
import type { Site } from './site.ts';
import { sitePage } from './site.ts';
import { topicBars } from './topic-bars.ts';

/**
 * A leaderboard page: the ranks; of everybody together right answers by topic, which cover all channels; and the same, with
 * points over time, of each person who wants it.
 */
export function boardPage(board: BoardPage, topic: string | null, site: Site): Markup {
  const { title, topics } = board;
  const known = topics.filter(({ answered }) => answered > 0).map(({ topic: id }) => id);
  const choice: BoardChoice = { period: board.period, teams: board.teams, topic };
  const content = html`<h1>Leaderboard <span class="of">${title}</span></h1>
${boardSwitches(choice, known, site)}
<section><h2>${board.teams ? 'Teams' : 'Points'}, ${periodWords[board.period].toLowerCase()}</h2>${ranks(board)}</section>
${board.history.dates.length > 1 && board.history.lines.length > 0 ? html`<section><h2>Points over time</h2>${lineChart(board.history)}</section>` : ''}
${known.length > 0 ? html`<section><h2>Right answers by topic, over all channels</h2>${topicBars(ofTopic(topics, topic), site.subject)}</section>` : ''}
${persons(board, topic, site)}`;
  return sitePage(`Leaderboard ${title}`, content, site, 'switching');
}

function ranks({ teams, players, ranked }: BoardPage): Markup {
  if (teams && ranked.length === 0) return html`<p>No teams have played here yet.</p>`;
  if (!teams && players.length === 0) return html`<p>Nobody has points here yet.</p>`;
  const headers = teams ? ['#', 'Team', 'Wins', 'Played', 'Points'] : ['#', 'Name', 'Points', 'Right', 'Wins'];
  const rows = teams
    ? ranked.map(({ rank, team, won, played, points }) => [grouped(rank), team, ...[won, played, points].map(grouped)])
    : players.map(({ rank, name, points, answered, correct, won }) => [
        ...[grouped(rank), name, grouped(points)],
        ...[percent(correct, answered), grouped(won)],
      ]);
  return table(headers, rows, 1);
}

/** Each person who wants it by topic; of a chosen topic who is right most often. */
function persons({ persons: all }: BoardPage, topic: string | null, { subject }: Site): Markup {
  const shown = all
    .map(({ name, topics }) => ({ name, topics: ofTopic(topics, topic).filter(({ answered }) => answered > 0) }))
    .filter(({ topics }) => topics.length > 0);
  const title = topic === null ? 'Person by person' : `Person by person: ${topicTitle(subject, topic)}`;
  const rows = shown.flatMap(({ name, topics }) =>
    topics.map((row) => [
      ...(topic === null ? [name, topicTitle(subject, row.topic)] : [name]),
      percent(row.correct, row.answered),
      `${grouped(row.correct)} of ${grouped(row.answered)}`,
    ]),
  );
  const headers = [...(topic === null ? ['Name', 'Topic'] : ['Name']), 'Right', 'Answers'];
  return html`<section><h2>${title}</h2>${shown.length === 0 ? '' : table(headers, rows, 0)}
<p class="muted">Only those are here who want it. To be one of them, say <code>${hint('me').text}</code> to the bot and press <em>Show mine</em>.</p></section>`;
}

function ofTopic<Row extends { readonly topic: string }>(rows: readonly Row[], topic: string | null): readonly Row[] {
  return rows.filter((row) => topic === null || row.topic === topic);
}

function table(headers: readonly string[], rows: readonly (readonly string[])[], named: number): Markup {
  const node = { kind: 'table', headers: headers.map(rich), rows: rows.map((row) => row.map(rich)) } as const;
  return tableMarkup(node, (text) => html`${text.map((span) => span.text)}`, named);
}
