/** Which bank a channel uses: shown with the others that there are, or chosen by its name as it was typed. */
export type BankCommand =
  | { readonly kind: 'bank'; readonly action: 'status' }
  | { readonly kind: 'bank'; readonly action: 'use'; readonly name: string };

/** Parses what follows `bank`: nothing (or `status`, `list`), or `use` with a name. Any other text is a look-up. */
export function parseBank(words: readonly string[]): BankCommand | null {
  const [first = 'status', name, ...more] = words.map((word) => word.toLowerCase());
  if (more.length > 0) return null;
  if (first === 'use')
    return name === undefined ? { kind: 'bank', action: 'status' } : { kind: 'bank', action: 'use', name };
  return name === undefined && ['status', 'list'].includes(first) ? { kind: 'bank', action: 'status' } : null;
}
