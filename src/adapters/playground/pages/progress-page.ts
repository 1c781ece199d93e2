import { html } from 'hono/html';
import { grouped, percent } from '../../../app/views/numbers.ts';
import { topicTitle } from '../../../core/bank.ts';
import { hint } from '../../../core/card.ts';
import type { Progress, Share, TopicProgress } from '../../../core/progress/progress.ts';
import { shareOf } from '../../../core/progress/progress.ts';
import type { Markup } from '../cards/markup.ts';
import type { Site } from './site.ts';
import { sitePage } from './site.ts';

/** Size of a row of columns, in its own units: each week has so much room, of which its column takes a part. */
const each = 10;
const column = 7;
const height = 20;

/** Somebody's progress: what is due and learned, right answers by topic and week, and what they can take along. `address` is the page's own. */
export function progressPage(progress: Progress, address: string, site: Site): Markup {
  const { today, week, learned, met, questions, correct, answered, topics } = progress;
  const figures = [
    ['To repeat', `${grouped(today)} today, ${grouped(week)} within a week`],
    ['Learned', `${grouped(learned)} of ${grouped(questions)} questions; ${grouped(met)} met so far`],
    ['Right answers', `${grouped(correct)} of ${grouped(answered)} (${percent(correct, answered)})`],
  ] as const;
  const content = html`<h1>Your progress</h1>
<div class="card"><dl>${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></div>
<section><h2>Right answers by topic, week by week</h2>${topics.length === 0 ? html`<p>You have not answered anything yet.</p>` : byTopic(topics, site)}</section>
<section><h2>To take along</h2>
<p><a href="${address}/anki" download>Your questions for Anki</a>, those that you missed first. In Anki choose File, Import. A newer file updates what is there.</p>
<p><a href="${address}/data" download>All that is kept about you</a>, as JSON.</p>
<p class="muted">The address of this page is your secret: whoever has it sees the same. To end it, and to delete what is kept about you, say <code>${hint('forget me').text}</code> to the bot.</p></section>`;
  return sitePage('Your progress', content, site);
}

function byTopic(topics: readonly TopicProgress[], { subject }: Site): Markup {
  const weeks = topics[0]?.weeks.length ?? 0;
  return html`<ul class="bars weekly">${topics.map(
    (topic) =>
      html`<li><span class="bar-name">${topicTitle(subject, topic.topic)}</span>${columns(topic.weeks)}<span class="bar-value">${percent(topic.correct, topic.answered)} <span class="muted">${grouped(topic.correct)} of ${grouped(topic.answered)}</span></span></li>`,
  )}</ul>
<p class="muted">A column for each of the last ${weeks} weeks, this one at the right, as high as the share of right answers. Learned is what you will still know after 90 days, nine times in ten.</p>
<details><summary>The numbers</summary><div class="table" tabindex="0" role="group" aria-label="Right answers by topic and week"><table><thead><tr><th scope="col">Topic</th>${Array.from({ length: weeks }, (_, no) => html`<th scope="col" class="number">${weekName(weeks - 1 - no)}</th>`)}</tr></thead><tbody>${topics.map((topic) => html`<tr><th scope="row">${topicTitle(subject, topic.topic)}</th>${topic.weeks.map((share) => html`<td class="number">${share.answered === 0 ? '–' : `${grouped(share.correct)} of ${grouped(share.answered)}`}</td>`)}</tr>`)}</tbody></table></div></details>`;
}

function weekName(ago: number): string {
  return ago === 0 ? 'This week' : `−${ago}`;
}

/** The same in numbers stands below, so nobody needs to see it. */
function columns(weeks: readonly Share[]): Markup {
  const drawn = weeks.map((week, no) => {
    const place = (high: number, name: string) =>
      html`<rect class="${name}" x="${no * each}" y="${height - high}" width="${column}" height="${high}"/>`;
    if (week.answered === 0) return place(1, 'track');
    return html`${place(height, 'track')}${place(Math.max(1, Math.round(height * shareOf(week))), 'value')}`;
  });
  return html`<svg class="weeks" viewBox="0 0 ${weeks.length * each} ${height}" preserveAspectRatio="none" aria-hidden="true">${drawn}</svg>`;
}
