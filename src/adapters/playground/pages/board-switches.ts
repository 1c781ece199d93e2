import { html } from 'hono/html';
import type { BoardView } from '../../../app/boards/board-page.ts';
import { boardQuery } from '../../../app/boards/board-page.ts';
import { topicTitle } from '../../../core/bank.ts';
import type { Period } from '../../../core/schedule/period.ts';
import { periods } from '../../../core/schedule/period.ts';
import type { Markup } from '../cards/markup.ts';
import type { Site } from './site.ts';

/** What an address says of the board that it shows; `topic` is null for all of them. */
export type BoardChoice = BoardView & { readonly topic: string | null };

export const periodWords: Readonly<Record<Period, string>> = {
  week: 'This week',
  month: 'This month',
  all: 'All time',
};

/** What an address asks for; whatever it does not say, or says of what does not exist, is all time, people, all topics. */
export function readChoice(query: (name: string) => string | undefined, topics: readonly string[]): BoardChoice {
  return {
    period: periods.find((period) => period === query('period')) ?? 'all',
    teams: query('who') === 'teams',
    topic: topics.find((topic) => topic === query('topic')) ?? null,
  };
}

/** The part of an address that says so. */
export function choiceAddress({ topic, ...view }: BoardChoice): string {
  return `?${new URLSearchParams({ ...boardQuery(view), ...(topic === null ? {} : { topic }) })}`;
}

/** Links to the other boards of the same place. They are plain links; a page with htmx follows them without a reload. */
export function boardSwitches(choice: BoardChoice, topics: readonly string[], { subject }: Site): Markup {
  const link = (id: string, words: string, other: BoardChoice) =>
    html`<li><a id="${id}" href="${choiceAddress(other)}"${choiceAddress(other) === choiceAddress(choice) ? html` aria-current="true"` : ''}>${words}</a></li>`;
  const byTopic = [null, ...topics].map((topic) =>
    link(`topic-${topic ?? 'all'}`, topic === null ? 'All topics' : topicTitle(subject, topic), { ...choice, topic }),
  );
  return html`<div class="switches" role="navigation" aria-label="Boards" hx-boost="true" hx-target="#content" hx-select="#content" hx-swap="outerHTML show:none">
<ul aria-label="Period">${periods.map((period) => link(`period-${period}`, periodWords[period], { ...choice, period }))}</ul>
<ul aria-label="Who">${[false, true].map((teams) => link(teams ? 'who-teams' : 'who-people', teams ? 'Teams' : 'People', { ...choice, teams }))}</ul>
${topics.length === 0 ? '' : html`<ul aria-label="Topic">${byTopic}</ul>`}
</div>`;
}
