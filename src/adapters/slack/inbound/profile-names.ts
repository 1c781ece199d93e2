import { setBounded } from '../../../core/bounded-map.ts';
import type { CallMethod } from '../connection/web-call.ts';
import { ownZoneScope } from './own-zone.ts';

/** How a person is called, by user id; null if unavailable. Never rejects, and ends within `patience`. */
export type ProfileNames = (user: string) => Promise<string | null>;

/** The scope needed to read a profile. */
export const profileNamesScope = ownZoneScope;

/** How long a name is kept, and for how long nobody is asked about a person after a failure; in ms. */
const kept = 12 * 3_600_000;
const keptUnknown = 60_000;

const mostKept = 10_000;

/** Most look-ups at once: in a crowd of new people, the names that came with their presses are good enough. */
const mostAtOnce = 20;

/** Whoever pressed a button waits for the answer meanwhile; in ms. */
const patience = 1000;

type Options = {
  readonly call: CallMethod;
  /** The token's scopes; null until known. */
  readonly scopes: () => readonly string[] | null;
  /** A monotonic clock in ms. */
  readonly steady: () => number;
};

/**
 * Events bring the name of an account (`jdoe42`) or none; people call each other by the display name of the profile, or by
 * the full name where there is none, as Slack shows them. Kept in memory only. Slack would tell of every change of
 * everybody's profile in the workspace (`user_change`), which is dearer than a name that is half a day old.
 * https://docs.slack.dev/reference/methods/users.info
 */
export function createProfileNames({ call, scopes, steady }: Options): ProfileNames {
  const known = new Map<string, { readonly name: string | null; readonly until: number }>();
  const underWay = new Map<string, Promise<string | null>>();

  async function ask(user: string): Promise<string | null> {
    const end = await call('users.info', { user });
    const name = end.kind === 'done' ? nameIn(end.result['user']) : null;
    setBounded(known, user, { name, until: steady() + (name === null ? keptUnknown : kept) }, mostKept);
    return name;
  }

  return async (user) => {
    if (scopes()?.includes(profileNamesScope) !== true) return null;
    const earlier = known.get(user);
    if (earlier !== undefined && earlier.until > steady()) return earlier.name;
    const asked = underWay.get(user);
    if (asked !== undefined) return within(asked);
    if (underWay.size >= mostAtOnce) return null;
    const asking = ask(user).finally(() => underWay.delete(user));
    underWay.set(user, asking);
    return within(asking);
  };
}

async function within(asking: Promise<string | null>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  return Promise.race([asking, late]).finally(() => clearTimeout(timer));
}

function nameIn(user: unknown): string | null {
  type Profile = { readonly display_name?: unknown; readonly real_name?: unknown };
  const { profile = {}, real_name: full } = (user ?? {}) as {
    readonly profile?: Profile;
    readonly real_name?: unknown;
  };
  const names = [profile.display_name, profile.real_name, full];
  return names.find((name): name is string => typeof name === 'string' && name.trim() !== '')?.trim() ?? null;
}
