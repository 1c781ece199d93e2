/** All that is kept for a whole workspace or server: taken along, or deleted. */
export type ScopeCommand = { readonly kind: 'scope'; readonly action: 'export' | 'forget' };

/** Parses what follows `workspace` or `server`: `export` or `forget` alone. Any other text is a look-up. */
export function parseScope(words: readonly string[]): ScopeCommand | null {
  const [action, ...more] = words.map((word) => word.toLowerCase());
  return more.length === 0 && (action === 'export' || action === 'forget') ? { kind: 'scope', action } : null;
}
