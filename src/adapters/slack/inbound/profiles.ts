import { settleWithin } from '../../../app/deadline.ts';
import type { Log } from '../../../app/ports.ts';
import { setBounded } from '../../../core/bounded-map.ts';
import { profilesScope } from '../connection/scopes.ts';
import type { CallMethod } from '../connection/web-call.ts';

/** What people's profiles say, by user id. Neither rejects. */
export type Profiles = {
  /** How a person is called; null if unavailable. Ends within `patience`. */
  readonly nameOf: (user: string) => Promise<string | null>;
  /** A person's time zone; null if unavailable. */
  readonly zoneOf: (user: string) => Promise<string | null>;
};

/** How long a profile is kept for the name in it, and for how long nobody is asked about a person after a failure; in ms. */
const kept = 12 * 3_600_000;
const keptUnknown = 60_000;

/** For the time zone, since people travel; so that an event that needs both asks once. */
const keptForZone = 60_000;

const mostKept = 10_000;

/** Most look-ups at once for names: in a crowd of new people, those that came with their presses are good enough. */
const mostAtOnce = 20;

/** Whoever pressed a button waits for the name meanwhile; in ms. */
const patience = 1000;

type Options = {
  readonly call: CallMethod;
  /** The token's scopes; null until known. */
  readonly scopes: () => readonly string[] | null;
  /** A monotonic clock in ms. */
  readonly steady: () => number;
  readonly log: Log;
};

/** What was read of a profile; `known`: whether Slack told it. */
type Profile = { readonly known: boolean; readonly name: string | null; readonly zone: string | null };

type Read = { readonly profile: Profile; readonly at: number };

/**
 * Events bring the name of an account (`jdoe42`) or none; people call each other by the display name of the profile, or by
 * the full name where there is none, as Slack shows them. Kept in memory only. Slack would tell of every change of
 * everybody's profile in the workspace (`user_change`), which is dearer than a name that is half a day old.
 * https://docs.slack.dev/reference/methods/users.info
 */
export function createProfiles({ call, scopes, steady, log }: Options): Profiles {
  const reads = new Map<string, Read>();
  const underWay = new Map<string, Promise<Profile>>();
  const mayAsk = () => scopes()?.includes(profilesScope) === true;

  function earlier(user: string, age: number): Profile | null {
    const read = reads.get(user);
    if (read === undefined) return null;
    return steady() - read.at < (read.profile.known ? age : keptUnknown) ? read.profile : null;
  }

  async function read(user: string): Promise<Profile> {
    const end = await call('users.info', { user });
    if (end.kind !== 'done') log.warn({ end }, 'The profile of a person could not be looked up in Slack.');
    const profile = end.kind === 'done' ? profileIn(end.result['user']) : { known: false, name: null, zone: null };
    setBounded(reads, user, { profile, at: steady() }, mostKept);
    return profile;
  }

  function ask(user: string): Promise<Profile> {
    const asked = underWay.get(user);
    if (asked !== undefined) return asked;
    const asking = read(user).finally(() => underWay.delete(user));
    underWay.set(user, asking);
    return asking;
  }

  return {
    nameOf: async (user) => {
      if (!mayAsk()) return null;
      const before = earlier(user, kept);
      if (before !== null) return before.name;
      if (!underWay.has(user) && underWay.size >= mostAtOnce) return null;
      const asking = ask(user);
      return (await settleWithin(asking, patience)) ? (await asking).name : null;
    },
    zoneOf: async (user) => {
      if (!mayAsk()) return null;
      return (earlier(user, keptForZone) ?? (await ask(user))).zone;
    },
  };
}

function profileIn(user: unknown): Profile {
  type Told = { readonly profile?: Names; readonly real_name?: unknown; readonly tz?: unknown };
  type Names = { readonly display_name?: unknown; readonly real_name?: unknown };
  const { profile = {}, real_name: full, tz } = (user ?? {}) as Told;
  const names = [profile.display_name, profile.real_name, full];
  const name = names.find((one): one is string => typeof one === 'string' && one.trim() !== '')?.trim() ?? null;
  return { known: true, name, zone: typeof tz === 'string' ? tz : null };
}
