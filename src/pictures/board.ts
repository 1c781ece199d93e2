import type { RankedPicture } from '../core/card.ts';
import { drawLine } from './line.ts';
import { percentText, toShare, wholeNumber } from './number-format.ts';
import { palette, rankColour } from './palette.ts';
import { drawPanel, panelWidth } from './panel.ts';
import { element } from './svg.ts';
import type { Faces } from './typeface.ts';

type Row = RankedPicture['rows'][number];

/** A picture shows one page of a board; more rows would be too small to read. */
const mostRows = 10;
const rowHeight = 76;
const head = 172;
const foot = 32;

const margin = 56;
const nameLeft = 168;
const bar = { left: 664, width: 200, height: 14 } as const;
const percentRight = 956;
const pointsRight = panelWidth - margin;

/** A leaderboard, 1200 px wide and as high as its rows (at most ten): rank, name, accuracy and points. */
export function drawBoard(picture: RankedPicture, faces: Faces): string {
  const rows = picture.rows.slice(0, mostRows);
  const height = head + Math.max(rows.length, 2) * rowHeight + foot;
  const title = {
    text: picture.title,
    instead: 'Leaderboard',
    x: margin,
    y: 92,
    size: 46,
    width: panelWidth - 2 * margin,
  };
  const label = { y: 150, size: 26, width: 300, fill: palette.muted, weight: 'plain' } as const;
  const content =
    rows.length > 0
      ? [
          drawLine({ ...label, text: 'Right', x: bar.left }, faces),
          drawLine({ ...label, text: 'Points', x: pointsRight, anchor: 'end' }, faces),
          ...rows.map((row, index) => drawRow(row, head + index * rowHeight, faces)),
        ]
      : [
          drawLine(
            {
              text: 'No results yet',
              x: panelWidth / 2,
              y: 232,
              size: 36,
              width: 1080,
              fill: palette.muted,
              anchor: 'middle',
            },
            faces,
          ),
        ];
  return drawPanel(height, drawLine({ ...title, fill: palette.text }, faces), ...content);
}

function drawRow(row: Row, top: number, faces: Faces): string {
  const y = top + 50;
  const share = toShare(row.accuracy);
  const track = { x: bar.left, y: top + 32, height: bar.height, rx: bar.height / 2 };
  return [
    element('rect', { x: margin, y: top, width: panelWidth - 2 * margin, height: 2, fill: palette.step }),
    drawLine(
      { text: wholeNumber(row.rank), x: margin, y, size: 34, smallest: 26, width: 96, fill: rankColour(row.rank) },
      faces,
    ),
    drawLine(
      {
        text: row.name,
        instead: 'Player',
        x: nameLeft,
        y,
        size: 34,
        smallest: 28,
        width: bar.left - nameLeft - 40,
        fill: palette.text,
      },
      faces,
    ),
    element('rect', { ...track, width: bar.width, fill: palette.track }),
    share === 0
      ? ''
      : element('rect', { ...track, width: Math.max(bar.height, bar.width * share), fill: palette.accent }),
    drawLine(
      {
        text: percentText(share),
        x: percentRight,
        y,
        size: 28,
        width: 84,
        fill: palette.muted,
        anchor: 'end',
        weight: 'plain',
      },
      faces,
    ),
    drawLine(
      { text: wholeNumber(row.points), x: pointsRight, y, size: 34, width: 170, fill: palette.text, anchor: 'end' },
      faces,
    ),
  ].join('');
}
