import type { Log } from '../../../app/ports.ts';
import type { CallMethod } from '../connection/web-call.ts';

/** A person's time zone from their Slack profile, by user id; null if unavailable. Never rejects. */
export type OwnZone = (user: string | undefined) => Promise<string | null>;

/** The scope needed to read a profile. */
export const ownZoneScope = 'users:read';

type Options = {
  readonly call: CallMethod;
  /** The token's scopes; null until known. */
  readonly scopes: () => readonly string[] | null;
  readonly log: Log;
};

/**
 * Reads a person's profile only when their time zone is needed: nothing else is used, and nothing is stored.
 * https://docs.slack.dev/reference/methods/users.info
 */
export function createOwnZone({ call, scopes, log }: Options): OwnZone {
  return async (user) => {
    if (user === undefined || scopes()?.includes(ownZoneScope) !== true) return null;
    const end = await call('users.info', { user });
    if (end.kind !== 'done') {
      log.warn({ end }, 'The time zone of a person could not be looked up in Slack; they are asked for it.');
      return null;
    }
    const { tz } = (end.result['user'] ?? {}) as { readonly tz?: unknown };
    return typeof tz === 'string' ? tz : null;
  };
}
