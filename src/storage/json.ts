/** Parses what this program wrote with `JSON.stringify`; the type is that of the value written. */
export function fromJson<Value>(text: string): Value {
  const value: unknown = JSON.parse(text);
  return value as Value;
}

/**
 * Text that every engine stores unchanged: PostgreSQL rejects NUL, and a lone surrogate comes back as another
 * character.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
