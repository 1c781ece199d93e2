/** What a bot may be denied, and its bit (https://discord.com/developers/docs/topics/permissions). */
const bits = {
  view: 1n << 10n,
  send: 1n << 11n,
  embed: 1n << 14n,
  attach: 1n << 15n,
  history: 1n << 16n,
  mention: 1n << 17n,
  'manage-threads': 1n << 34n,
  'create-threads': 1n << 35n,
  'send-in-threads': 1n << 38n,
} as const;

export type Permission = keyof typeof bits;

/** What the bot's own address asks for on the way into a server; neither *Mention Everyone* nor *Manage Threads*. */
const invited: readonly Permission[] = [
  'view',
  'send',
  'embed',
  'attach',
  'history',
  'create-threads',
  'send-in-threads',
];

/** Permissions as Discord writes them: those of the invitation without what is denied, and with what is granted. */
export function writtenPermissions(denied: ReadonlySet<Permission>, granted: ReadonlySet<Permission>): string {
  const held = [...invited.filter((permission) => !denied.has(permission)), ...granted];
  return String(held.reduce((sum, permission) => sum | bits[permission], 0n));
}
