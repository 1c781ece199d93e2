/** Milliseconds from 1970 to the beginning of Discord's time (https://discord.com/developers/docs/reference#snowflakes). */
const epoch = 1_420_070_400_000n;
const timeBits = 22n;

/** When Discord made an id, UTC ms, by its own clock. Throws a SyntaxError for what is no number. */
export function instantOf(id: string): number {
  return Number((BigInt(id) >> timeBits) + epoch);
}

/** The smallest id of an instant, UTC ms: whatever is made from then on has a greater one. */
export function firstIdAt(instant: number): string {
  const since = BigInt(Math.max(0, Math.floor(instant))) - epoch;
  return String(since < 0n ? 0n : since << timeBits);
}

/** The id of Discord's in a key of ours: `42` of `discord:9:42`; null where there is none. */
export function idOf(key: string): string | null {
  return /(?:^|:)(\d{5,20})$/.exec(key)?.[1] ?? null;
}

/** The server in a key of ours, null for direct messages. */
export function serverOf(key: string): string | null {
  return /^discord:(\d{5,20}):/.exec(key)?.[1] ?? null;
}
