/** Sorts by points, highest first, breaking ties with `ties`. Equal points share a rank: 1, 1, 3. */
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

/** Orders texts the same way on every machine, whatever its locale. */
export function compareText(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}
