/** The scope without which Slack takes no file, and the one needed to read a profile. */
export const filesScope = 'files:write';
export const profilesScope = 'users:read';

/** Scopes that the bot cannot work without; docs/slack.md gives the reason for each. */
export const neededScopes = ['commands', 'chat:write', 'app_mentions:read', 'im:history'] as const;

/** Optional features and the scopes they need; docs/slack.md says what each is for. */
export const scopeExtras = ['read-back', 'pictures', 'files', 'anywhere', 'time-zone', 'names'] as const;

export type ScopeExtra = (typeof scopeExtras)[number];

export const extraScopes = {
  'read-back': ['channels:history', 'groups:history'],
  pictures: [filesScope],
  files: [filesScope],
  anywhere: ['chat:write.public'],
  'time-zone': [profilesScope],
  names: [profilesScope],
} as const satisfies Readonly<Record<ScopeExtra, readonly string[]>>;

/** What is asked for with these extras, each once. */
export function scopesWith(extras: readonly ScopeExtra[]) {
  return [...new Set([...neededScopes, ...extras.flatMap((extra) => extraScopes[extra])])];
}

/** The extras by the names in a list with commas between them; or the names that are none. */
export function readExtras(
  text: string,
): { readonly extras: readonly ScopeExtra[] } | { readonly unknown: readonly string[] } {
  const names = text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const unknown = names.filter((name) => !scopeExtras.some((extra) => extra === name));
  return unknown.length > 0 ? { unknown } : { extras: scopeExtras.filter((extra) => names.includes(extra)) };
}
