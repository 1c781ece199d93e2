import type { ProgressPicture } from '../core/card.ts';
import { drawLine } from './line.ts';
import { percentText, toShare } from './number-format.ts';
import { palette } from './palette.ts';
import { drawPanel, panelWidth } from './panel.ts';
import { element } from './svg.ts';
import type { Faces } from './typeface.ts';

type Row = ProgressPicture['topics'][number];

/** More topics would be too small to read; the words beside the picture have all of them. */
const mostRows = 14;
const rowHeight = 78;
const head = 196;
const foot = 36;

const margin = 56;
/** The columns of the weeks: where they begin and end, how high a full one is, and how much of its width is a column. */
const chart = { left: 520, right: 1000, height: 46, filled: 0.72 } as const;
const percentRight = panelWidth - margin;

/** Somebody's topics, each with a column a week as high as its share of right answers, 1200 px wide. */
export function drawProgress({ title, summary, topics }: ProgressPicture, faces: Faces): string {
  const rows = topics.slice(0, mostRows);
  const height = head + Math.max(rows.length, 1) * rowHeight + foot;
  const weeks = Math.max(1, ...rows.map((row) => row.weeks.length));
  const width = panelWidth - 2 * margin;
  const label = { y: 176, size: 24, width: 300, fill: palette.muted, weight: 'plain' } as const;
  return drawPanel(
    height,
    drawLine({ text: title, instead: 'Progress', x: margin, y: 84, size: 46, width, fill: palette.text }, faces),
    drawLine({ text: summary, x: margin, y: 128, size: 28, width, fill: palette.muted, weight: 'plain' }, faces),
    drawLine({ ...label, text: `${weeks} weeks ago`, x: chart.left }, faces),
    drawLine({ ...label, text: 'this week', x: chart.right, anchor: 'end' }, faces),
    drawLine({ ...label, text: 'Right', x: percentRight, anchor: 'end' }, faces),
    ...rows.map((row, index) => drawRow(row, head + index * rowHeight, weeks, faces)),
  );
}

function drawRow({ name, accuracy, weeks }: Row, top: number, columns: number, faces: Faces): string {
  const text = { y: top + 52, size: 34, fill: palette.text };
  const width = chart.left - margin - 32;
  return [
    element('rect', { x: margin, y: top, width: panelWidth - 2 * margin, height: 2, fill: palette.step }),
    drawLine({ ...text, text: name, instead: 'Topic', x: margin, smallest: 26, width }, faces),
    ...weeks.map((share, week) => drawWeek(share, week, columns, top + rowHeight - 16)),
    drawLine({ ...text, text: percentText(accuracy), x: percentRight, width: 140, anchor: 'end' }, faces),
  ].join('');
}

/** A column on a faint one as high as all right; of a week without answers there is only the floor. */
function drawWeek(share: number | null, week: number, columns: number, floor: number): string {
  const each = (chart.right - chart.left) / columns;
  const place = { x: chart.left + week * each, width: each * chart.filled };
  const column = (height: number, fill: string) =>
    element('rect', { ...place, y: floor - height, height, rx: Math.min(4, height / 2), fill });
  if (share === null) return column(4, palette.track);
  return column(chart.height, palette.track) + column(Math.max(4, chart.height * toShare(share)), palette.accent);
}
