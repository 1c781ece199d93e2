/** What is shown in place of a forgotten person's name. */
const somebody = 'somebody';

/**
 * A card as JSON with a word in place of a person, wherever it shows them: by their key, and by their name in tables and
 * pictures beside that.
 */
export function unnamed(card: unknown, user: string): unknown {
  const names = new Set<string>();
  collectNames(card, user, names);
  return withoutNames(card, user, names);
}

function collectNames(value: unknown, user: string, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isPerson(value, user)) names.add(value.text);
  for (const item of Object.values(value)) collectNames(item, user, names);
}

function withoutNames(value: unknown, user: string, names: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return names.has(value) ? somebody : value;
  if (Array.isArray(value)) return value.map((item) => withoutNames(item, user, names));
  if (typeof value !== 'object' || value === null) return value;
  if (isPerson(value, user)) return { kind: 'text', text: somebody };
  return Object.fromEntries(
    Object.entries(value).map(([key, item]): [string, unknown] => [
      key,
      key === 'alt' && typeof item === 'string'
        ? [...names].reduce((alt, name) => alt.replaceAll(name, somebody), item)
        : withoutNames(item, user, names),
    ]),
  );
}

function isPerson(value: object, user: string): value is { readonly text: string } {
  return 'kind' in value && value.kind === 'person' && 'user' in value && value.user === user && 'text' in value;
}
