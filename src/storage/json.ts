/** Reads back what this program wrote with `JSON.stringify`; the type is what was put in. */
export function fromJson<Value>(text: string): Value {
  const value: unknown = JSON.parse(text);
  return value as Value;
}

/** A text that every engine stores as it is: PostgreSQL refuses NUL, and half a surrogate pair comes back as another. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
