import type { RankedPicture } from '../core/card.ts';
import { drawLine } from './line.ts';
import { percentText, pointsText, wholeNumber } from './number-format.ts';
import { palette, rankColour } from './palette.ts';
import { drawPanel, panelWidth } from './panel.ts';
import { element } from './svg.ts';
import type { Faces } from './typeface.ts';

type Row = RankedPicture['rows'][number];

const height = 630;
const columnWidth = 348;
const gap = 16;

/** Height of each rank's step in px; players who share a rank stand equally high. */
const stepHeights = [338, 258, 184] as const;
const lowestStep = stepHeights[2];

/** The ranks of the three columns from left to right: the first stands in the middle. */
const places: readonly (readonly number[])[] = [[], [0], [1, 0], [1, 0, 2]];

/** A podium of 1200 × 630 px: the top three on steps, with a note about others who share the last rank shown. */
export function drawPodium(picture: RankedPicture, faces: Faces): string {
  const standing = picture.rows.slice(0, 3);
  const order = places[standing.length] ?? [];
  const left = (panelWidth - order.length * columnWidth - (order.length - 1) * gap) / 2;
  const columns = order.flatMap((place, position) => {
    const row = standing[place];
    if (row === undefined) return [];
    const more = place === 2 ? picture.rows.slice(3).filter(({ rank }) => rank === row.rank).length : 0;
    return [drawColumn(row, more, left + position * (columnWidth + gap), faces)];
  });
  const middle = { x: panelWidth / 2, anchor: 'middle' } as const;
  return drawPanel(
    height,
    drawLine(
      { ...middle, text: picture.title, instead: 'Podium', y: 92, size: 48, width: 1080, fill: palette.text },
      faces,
    ),
    ...columns,
    columns.length > 0
      ? ''
      : drawLine({ ...middle, text: 'No results yet', y: 350, size: 36, width: 1080, fill: palette.muted }, faces),
  );
}

/**
 * A step with its rank and accuracy, and above it name and points; `more` others share the rank and are only counted.
 */
function drawColumn(row: Row, more: number, left: number, faces: Faces): string {
  const top = height - (stepHeights[row.rank - 1] ?? lowestStep);
  const colour = rankColour(row.rank);
  const line = { x: left + columnWidth / 2, anchor: 'middle', width: columnWidth - 16 } as const;
  const others = more === 0 ? '' : ` · ${more} more tied`;
  return [
    element('rect', { x: left, y: top, width: columnWidth, height: height - top + 40, rx: 16, fill: palette.step }),
    element('rect', { x: left + 20, y: top, width: columnWidth - 40, height: 6, rx: 3, fill: colour }),
    drawLine(
      { ...line, text: row.name, instead: 'Player', y: top - 70, size: 40, smallest: 32, fill: palette.text },
      faces,
    ),
    drawLine({ ...line, text: pointsText(row.points), y: top - 26, size: 32, fill: colour }, faces),
    drawLine({ ...line, text: wholeNumber(row.rank), y: top + 96, size: 80, fill: colour }, faces),
    drawLine(
      {
        ...line,
        text: `${percentText(row.accuracy)} right${others}`,
        y: top + 146,
        size: 28,
        fill: palette.muted,
        weight: 'plain',
      },
      faces,
    ),
  ].join('');
}
