/**
 * How a person's key is made, on every platform: the key of a scope, a colon, and the person's own id on the platform,
 * whose name is the first part (`discord:800:42`). So one person has a key in each scope, and all of them end alike.
 */

/** The scope in which a person has this key: `discord:800` for `discord:800:42`. */
export function scopeOf(user: string): string {
  return user.slice(0, user.lastIndexOf(':'));
}

/** The key in another scope of the person who has this one. */
export function keyIn(scope: string, user: string): string {
  return `${scope}${user.slice(user.lastIndexOf(':'))}`;
}

/** The platform's name, the first part of any key. */
export function platformOf(key: string): string {
  return key.split(':', 1)[0] ?? '';
}

/**
 * The key of the person as a learner, the same in every scope: the platform and their own id (`discord:42`). Whoever is asked
 * something in a channel and practises in a direct message learns it once.
 */
export function learnerOf(user: string): string {
  return `${platformOf(user)}${user.slice(user.lastIndexOf(':'))}`;
}
