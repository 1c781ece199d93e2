/** Discord's epoch in ms since 1970 (https://discord.com/developers/docs/reference#snowflakes). */
const epoch = 1_420_070_400_000n;
const timeBits = 22n;

/** When Discord created an id, UTC ms, by its own clock. Throws a SyntaxError if it is not a number. */
export function instantOf(id: string): number {
  return Number((BigInt(id) >> timeBits) + epoch);
}

/** The smallest id of an instant (UTC ms): everything created from then on has a greater one. */
export function firstIdAt(instant: number): string {
  const since = BigInt(Math.max(0, Math.floor(instant))) - epoch;
  return String(since < 0n ? 0n : since << timeBits);
}

/** Discord's id within one of our keys: `42` of `discord:9:42`; null if there is none. */
export function idOf(key: string): string | null {
  return /(?:^|:)(\d{5,20})$/.exec(key)?.[1] ?? null;
}

/** The server's id within one of our keys; null for direct messages. */
export function serverOf(key: string): string | null {
  return /^discord:(\d{5,20}):/.exec(key)?.[1] ?? null;
}
