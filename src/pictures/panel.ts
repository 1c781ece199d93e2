import { palette } from './palette.ts';
import { element } from './svg.ts';

/** Width of every picture in px: twice what a chat shows, for high-density screens. */
export const panelWidth = 1200;

/** The whole SVG document: a rounded panel with the content clipped to its shape. */
export function drawPanel(height: number, ...content: readonly string[]): string {
  const shape = { x: 1.5, y: 1.5, width: panelWidth - 3, height: height - 3, rx: 32 };
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: panelWidth, height, viewBox: `0 0 ${panelWidth} ${height}` },
    element('clipPath', { id: 'panel' }, element('rect', shape)),
    element('rect', { ...shape, fill: palette.panel }),
    element('g', { 'clip-path': 'url(#panel)' }, ...content),
    element('rect', { ...shape, fill: 'none', stroke: palette.edge, 'stroke-width': 3 }),
  );
}
