/** True when `key` carries the whole of `part` between colons: `quiz:17:close` has `17`, and not `1`. */
export function hasSegments(key: string, part: string): boolean {
  return `:${key}:`.includes(`:${part}:`);
}
