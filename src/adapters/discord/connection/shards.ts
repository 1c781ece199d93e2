/** The shards that a process serves, and the total (https://discord.com/developers/docs/events/gateway#sharding). */
export type Shards = { readonly ids: readonly number[]; readonly total: number };

/** A bot of 1,000 shards serves more than two million servers; more than that is a typing error. */
const mostShards = 1000;

/**
 * Parses `DISCORD_SHARDS`: numbers and ranges of shards from 0, a slash, and the total, as in `0/1`, `0,1/4` or
 * `4-7/8`. Null for anything else, such as a number not below the total or listed twice.
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
