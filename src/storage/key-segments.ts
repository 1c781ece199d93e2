/** True if `key` contains all of `part` between colons: `quiz:17:close` contains `17`, but not `1`. */
export function hasSegments(key: string, part: string): boolean {
  return `:${key}:`.includes(`:${part}:`);
}
