/** When one zone's clocks change, and how far they are ahead of UTC before, between and after. */
export type Timeline = {
  /** The instants of the changes, UTC ms, ascending. */
  readonly changes: readonly number[];
  /** In ms; one more than there are changes. */
  readonly offsets: readonly number[];
  /** The offset (ms) at an instant (UTC ms) after the last change; null if the last of `offsets` applies for good. */
  readonly afterwards: ((instant: number) => number) | null;
};

/** How far the clocks are ahead of UTC, in ms, at an instant (UTC ms). */
export function offsetOn({ changes, offsets, afterwards }: Timeline, instant: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  if (low === changes.length && afterwards !== null) return afterwards(instant);
  return offsets[low] ?? 0;
}
