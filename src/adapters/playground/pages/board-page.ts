import { html } from 'hono/html';
import type { Markup } from '../cards/markup.ts';
import type { BoardPage } from './board-pages.ts';
import { lineChart } from './line-chart.ts';
import type { Site } from './site.ts';
import { sitePage } from './site.ts';
import { topicBars } from './topic-bars.ts';

/** A leaderboard page: the ranks, points over time, and accuracy by topic, which covers all channels together. */
export function boardPage(board: BoardPage, site: Site): Markup {
  const { title, players, history, topics } = board;
  const content = html`<h1>Leaderboard <span class="of">${title}</span></h1>
${players.length === 0 ? html`<p>Nobody has points here yet.</p>` : html`<section><h2>Points of all time</h2>${ranks(players)}</section>`}
${history.dates.length > 1 ? html`<section><h2>Points over time</h2>${lineChart(history)}</section>` : ''}
${topics.length > 0 ? html`<section><h2>Right answers by topic, over all channels</h2>${topicBars(topics, site.subject)}</section>` : ''}`;
  return sitePage(`Leaderboard ${title}`, content, site);
}

function ranks(players: BoardPage['players']): Markup {
  const headers = ['Rank', 'Name', 'Points', 'Right', 'Quizzes won'];
  return html`<div class="table wide" tabindex="0" role="group" aria-label="Ranks"><table><thead><tr>${headers.map((header) => html`<th scope="col">${header}</th>`)}</tr></thead><tbody>${players.map(
    ({ rank, name, points, answered, correct, won }) =>
      html`<tr class="rank-${rank}"><td>${rank}</td><th scope="row">${name}</th><td>${points}</td><td>${answered === 0 ? '–' : `${Math.round((100 * correct) / answered)}%`}</td><td>${won}</td></tr>`,
  )}</tbody></table></div>`;
}
