const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 4 });

/** `9,800`; from ten million on `12.3M`, so that a column keeps its width. NaN and infinities count as 0. */
export function wholeNumber(value: number): string {
  const safe = Number.isFinite(value) ? value : 0;
  return (Math.abs(safe) < 10_000_000 ? grouped : compact).format(safe);
}

/** `1 point`, `9,800 points`. */
export function pointsText(points: number): string {
  return `${wholeNumber(points)} ${points === 1 ? 'point' : 'points'}`;
}

/** `90%` for 0.9. */
export function percentText(share: number): string {
  return `${Math.round(100 * toShare(share))}%`;
}

/** The share clamped to [0, 1]; NaN and infinities count as 0. */
export function toShare(value: number): number {
  return Number.isNaN(value) ? 0 : Math.min(1, Math.max(0, value));
}
