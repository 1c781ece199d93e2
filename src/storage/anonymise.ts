/** The name that replaces a forgotten person's. */
const forgotten = 'forgotten';

/**
 * The same structure without any trace of a person: their key, as a value or a property name, becomes `alias`, and the
 * `name` beside the key or under it becomes `forgotten`.
 */
export function anonymise(value: unknown, user: string, alias: string): unknown {
  if (value === user) return alias;
  if (Array.isArray(value)) return value.map((item) => anonymise(item, user, alias));
  if (typeof value !== 'object' || value === null) return value;
  const isTheirs = Object.values(value).includes(user);
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    if (key === user) return [alias, withoutName(anonymise(item, user, alias))];
    return [key, isTheirs && key === 'name' ? forgotten : anonymise(item, user, alias)];
  });
  return Object.fromEntries(entries);
}

function withoutName(value: unknown): unknown {
  if (typeof value === 'string') return forgotten;
  return typeof value === 'object' && value !== null && 'name' in value ? { ...value, name: forgotten } : value;
}
