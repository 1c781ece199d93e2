/** What came over the wire and has not been looked at yet. */
export type Json = Readonly<Record<string, unknown>>;

/** The object that a value is, or an empty one. */
export function toObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The list that a value is, or an empty one. */
export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text that a value is, or an empty one. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
