/** Which shards a process serves, of how many in all (https://discord.com/developers/docs/events/gateway#sharding). */
export type Shards = { readonly ids: readonly number[]; readonly total: number };

/** A bot of 1,000 shards serves more than two million servers; more than that is a slip. */
const mostShards = 1000;

/**
 * Reads `DISCORD_SHARDS`: numbers and ranges of shards from 0, a slash, and how many there are in all, as in `0/1`,
 * `0,1/4` or `4-7/8`. Null for anything else: a number that is not below the total, or that comes twice.
 */
export function readShards(text: string): Shards | null {
  const match = /^\s*(\d{1,4}(?:\s*-\s*\d{1,4})?(?:\s*,\s*\d{1,4}(?:\s*-\s*\d{1,4})?)*)\s*\/\s*(\d{1,4})\s*$/.exec(
    text,
  );
  const total = Number(match?.[2] ?? 0);
  if (match?.[1] === undefined || total < 1 || total > mostShards) return null;
  const ids = match[1].split(',').flatMap((part) => {
    const [first = Number.NaN, last = first] = part.split('-').map(Number);
    return first > last ? [Number.NaN] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  const sound = ids.every((id) => id < total) && new Set(ids).size === ids.length;
  return sound ? { ids, total } : null;
}
