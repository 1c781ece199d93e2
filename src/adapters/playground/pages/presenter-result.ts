import { html } from 'hono/html';
import { counted, grouped, inWords } from '../../../app/views/numbers.ts';
import type { Stage } from '../../../app/views/presentation.ts';
import type { PlayerResult, QuizResult } from '../../../core/quiz/result.ts';
import type { Markup } from '../cards/markup.ts';

/** On one step of the podium, if many share a rank. */
const namedOnStep = 3;

/** Of those behind the podium. */
const listed = 7;

type Over = Extract<Stage, { readonly kind: 'over' }>;

const endings = {
  finished: 'The quiz is over',
  stopped: 'The quiz was stopped early',
  nobody: 'The quiz ended early: nobody answered any more',
  gone: 'The quiz ended early: its place in the chat was deleted',
  'lost-permission': 'The quiz ended early: the bot may not write in the chat any more',
} as const;

const calledOff = {
  finished: 'Nobody played.',
  stopped: 'It was called off before it began.',
  nobody: 'Nobody joined, so it was called off.',
  gone: 'It was called off: its place in the chat was deleted.',
  'lost-permission': 'It was called off: the bot may not write in the chat any more.',
} as const;

/** The end: why, if it was early, and the podium. */
export function overView({ reason, wasPlayed, result }: Over): Markup {
  if (!wasPlayed) return html`<div class="words"><h1>The quiz is over</h1><p>${calledOff[reason]}</p></div>`;
  const { podium, players, teams } = result;
  if (podium.length === 0)
    return html`<div class="words"><h1>${endings[reason]}</h1><p>Nobody scored a point.</p></div>`;
  const behind = players.filter(({ rank }) => rank > 3).slice(0, listed);
  return html`<div class="result-view"><h1>${endings[reason]}</h1>${teamLine(teams)}
<ol class="podium">${[1, 2, 3].map((rank) =>
    step(
      rank,
      podium.filter((each) => each.rank === rank),
    ),
  )}</ol>
${behind.length === 0 ? '' : html`<ol class="behind">${behind.map(({ rank, name, points }) => html`<li><span class="rank">${rank}</span> <span class="name">${name}</span> <b>${grouped(points)}</b></li>`)}</ol>`}</div>`;
}

function step(rank: number, players: readonly PlayerResult[]): Markup | string {
  const [first] = players;
  if (first === undefined) return '';
  const named = players.slice(0, namedOnStep).map(({ name }) => name);
  const more = players.length - named.length;
  return html`<li class="step step-${rank}"><p class="names">${inWords(more > 0 ? [...named, `${more} more`] : named)}</p><p class="points">${counted(first.points, 'point')}</p><p class="plinth" aria-label="Place ${rank}">${rank}</p></li>`;
}

function teamLine(teams: QuizResult['teams']): Markup | string {
  const winners = teams.filter(({ rank, points }) => rank === 1 && points > 0).map(({ name }) => name);
  if (winners.length === 0) return '';
  return html`<p class="teams"><b>${inWords(winners)} won</b> · ${teams.map(({ name, points }) => `${name} ${grouped(points)}`).join(' · ')}</p>`;
}
