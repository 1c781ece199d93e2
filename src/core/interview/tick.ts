/** Places of ticked points with one of `count` points ticked or not, in order; the very same for no such point. */
export function withTick(
  ticked: readonly number[],
  count: number,
  point: number,
  isTicked: boolean,
): readonly number[] {
  if (!Number.isInteger(point) || point < 0 || point >= count) return ticked;
  const others = ticked.filter((other) => other !== point);
  return isTicked ? [...others, point].toSorted((one, other) => one - other) : others;
}
