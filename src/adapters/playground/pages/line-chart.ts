import { html } from 'hono/html';
import { grouped } from '../../../app/views/numbers.ts';
import type { Markup } from '../cards/markup.ts';
import type { BoardPage } from './board-pages.ts';

/** Size of the chart and of the margins for labels, in its own units. */
const width = 720;
const height = 300;
const around = { top: 16, right: 132, bottom: 32, left: 56 };

/** Smallest distance between two names at the ends of their lines. */
const nameHeight = 17;

/** Most lines that can still be told apart. */
const lines = 5;

/** Each player's total points from day to day, as lines labelled at the end, and the same as a table. */
export function lineChart(history: BoardPage['history']): Markup {
  const { dates } = history;
  const shown = history.lines.slice(0, lines);
  const highest = niceCeiling(Math.max(1, ...shown.flatMap(({ points }) => points)));
  const x = (place: number) =>
    around.left + (place / Math.max(1, dates.length - 1)) * (width - around.left - around.right);
  const y = (points: number) => height - around.bottom - (points / highest) * (height - around.top - around.bottom);
  const steps = [0, highest / 2, highest];
  const ends = spread(shown.map(({ points }) => y(points.at(-1) ?? 0)));
  return html`<div class="chart-frame" tabindex="0" role="group" aria-label="Chart"><svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="Points over time, from ${dates[0]} to ${dates.at(-1)}; the table below has the numbers.">
${steps.map((step) => html`<line class="grid" x1="${around.left}" x2="${width - around.right}" y1="${y(step)}" y2="${y(step)}"/><text class="axis" x="${around.left - 10}" y="${y(step) + 4}" text-anchor="end">${grouped(step)}</text>`)}
<text class="axis" x="${around.left}" y="${height - 8}">${dates[0]}</text>
<text class="axis" x="${width - around.right}" y="${height - 8}" text-anchor="end">${dates.at(-1)}</text>
${shown.map(({ name, points }, line) => {
  const path = points
    .map((value, place) => `${place === 0 ? 'M' : 'L'}${round(x(place))} ${round(y(value))}`)
    .join(' ');
  return html`<path class="line line-${line}" d="${path}"/><circle class="dot line-${line}" cx="${round(x(points.length - 1))}" cy="${round(y(points.at(-1) ?? 0))}" r="4"/><text class="name line-${line}" x="${width - around.right + 12}" y="${round((ends[line] ?? 0) + 4)}">${short(name)}</text>`;
})}
</svg></div>
<details><summary>The numbers</summary><div class="table" tabindex="0" role="group" aria-label="Points by day"><table><thead><tr><th scope="col">Day</th>${shown.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead><tbody>${dates.map((date, place) => html`<tr><th scope="row">${date}</th>${shown.map(({ points }) => html`<td class="number">${grouped(points[place] ?? 0)}</td>`)}</tr>`)}</tbody></table></div></details>`;
}

/** The next number of the form 1, 2, 5 or 10 times a power of ten. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= value) ?? value;
}

/** Heights that are at least one label apart, as close as possible to those wanted. */
function spread(wanted: readonly number[]): readonly number[] {
  const placed = new Array<number>(wanted.length).fill(0);
  let lowest = around.top - nameHeight;
  for (const [height, line] of wanted.map((height, line) => [height, line] as const).toSorted(([a], [b]) => a - b)) {
    lowest = Math.max(height, lowest + nameHeight);
    placed[line] = lowest;
  }
  return placed;
}

function short(name: string): string {
  const characters = [...name];
  return characters.length <= 15 ? name : `${characters.slice(0, 14).join('')}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
