/**
 * A dark panel, so that a picture looks the same in light and dark themes. Every colour used for words has a contrast
 * of at least 4.5:1 on `panel` and on `step` (WCAG 2.2, success criterion 1.4.3).
 */
export const palette = {
  panel: '#171b26',
  edge: '#333a4d',
  step: '#232938',
  track: '#323a4e',
  text: '#f5f6fa',
  muted: '#aeb6c8',
  accent: '#ff8a65',
} as const;

const gold = '#f4c95d';
const silver = '#cdd5e1';
const bronze = '#e0a070';

/** The colour of a rank: gold, silver, bronze, and a muted one for everybody else. */
export function rankColour(rank: number): string {
  return [gold, silver, bronze][rank - 1] ?? palette.muted;
}
