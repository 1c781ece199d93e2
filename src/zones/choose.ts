import type { ZoneRules } from '../core/schedule/zone-rules.ts';
import { packageZones } from './package-zones.ts';
import { runtimeZones } from './runtime-zones.ts';
import type { Absent, ZoneSource } from './source.ts';
import { unknownZone } from './source.ts';
import { systemZones } from './system-zones.ts';

/** The newest release of the IANA database when this version of the bot was made. */
export const newestKnown = '2026f';

/** What an operator reads if the rules are outdated, and what to do about it. */
export const outdatedZones = 'All time zone rules at hand are older than those that this version knows of.';
export const newerZonesCure =
  'Update the system’s package tzdata, or `npm install --no-save moment-timezone@latest`; docs/operations.md says more.';

/** The rules used for local times, and where they come from. */
export type ChosenZones = {
  readonly rules: ZoneRules;
  readonly source: string;
  /** True if even the newest rules at hand are older than `newestKnown`. */
  readonly outdated: boolean;
  /** The other candidates: name and version, or name and why it has no rules. */
  readonly others: readonly (Pick<ZoneSource, 'name' | 'version'> | Absent)[];
};

/**
 * Chooses the newest time zone rules at hand, once at the start; the only place that decides. In a tie the runtime's
 * come first (they are loaded anyway), then the system's. `directory`: compiled rules that replace the system's; null
 * for the system's.
 */
export function chooseZones(directory: string | null): ChosenZones {
  return chooseFrom([runtimeZones(), directory === null ? systemZones() : systemZones(directory), packageZones()]);
}

/** The newest of the candidates; throws a RangeError if none has rules. */
export function chooseFrom(candidates: readonly (ZoneSource | Absent)[]): ChosenZones {
  const sources = candidates.filter((candidate) => 'version' in candidate);
  // The sort is stable.
  const [first, ...rest] = sources.toSorted((one, other) => compare(other.version, one.version));
  if (first === undefined) throw new RangeError('There are no time zone rules at hand.');
  return {
    rules: withOlder(first, rest),
    source: first.name,
    outdated: first.version < newestKnown,
    others: candidates.filter((candidate) => candidate !== first),
  };
}

/**
 * The newest rules and, for names that they lack (some systems keep aliases such as `US/Pacific` in a separate
 * package), the newest of the others that have them.
 */
function withOlder(newest: ZoneSource, older: readonly ZoneSource[]): ZoneRules {
  const knows = (zone: string) => [newest, ...older].find((source) => source.resolve(zone) !== null);
  const known = new Map<string, ZoneSource>();
  return {
    version: newest.version,
    get zones() {
      return newest.zones;
    },
    resolve: (zone) => knows(zone)?.resolve(zone) ?? null,
    offsetAt: (zone, instant) => {
      const source = known.get(zone) ?? knows(zone);
      if (source === undefined) throw unknownZone(zone);
      known.set(zone, source);
      return source.offsetAt(zone, instant);
    },
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
