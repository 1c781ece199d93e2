/** Orders by points, most first, and equal points by `ties`. Equal points share a rank: 1, 1, 3. */
export function rankByPoints<Row extends { readonly points: number }>(
  rows: readonly Row[],
  ties: (one: Row, other: Row) => number,
): readonly (Row & { readonly rank: number })[] {
  const sorted = rows.toSorted((one, other) => other.points - one.points || ties(one, other));
  let rank = 0;
  return sorted.map((row, index) => {
    if (index === 0 || sorted[index - 1]?.points !== row.points) rank = index + 1;
    return { ...row, rank };
  });
}

/** An order of texts that is the same on every machine, whatever its language. */
export function compareText(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}
