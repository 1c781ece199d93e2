import type { Log } from '../../../app/ports.ts';
import type { CallMethod } from '../connection/web-call.ts';

/** The time zone that somebody has chosen in Slack, by their id; null where that is not to be had. Never rejects. */
export type OwnZone = (user: string | undefined) => Promise<string | null>;

/** Without it nobody is asked about. */
export const ownZoneScope = 'users:read';

type Options = {
  readonly call: CallMethod;
  /** The token's scopes; null as long as they are not known. */
  readonly scopes: () => readonly string[] | null;
  readonly log: Log;
};

/**
 * Looks at a person's profile when their time zone is needed and not before: nothing else of it is read, and nothing is
 * kept. https://docs.slack.dev/reference/methods/users.info
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
