import type { ZoneRules } from '../src/core/schedule/zone-rules.ts';
import { chooseZones } from '../src/zones/choose.ts';
import { packageZones } from '../src/zones/package-zones.ts';
import { runtimeZones } from '../src/zones/runtime-zones.ts';
import type { Absent, ZoneSource } from '../src/zones/source.ts';

/** Those that the bot would choose on this machine. */
export const { rules } = chooseZones(null);

export const runtime = present(runtimeZones());

export const packaged = present(packageZones());

export function present(source: ZoneSource | Absent): ZoneSource {
  if ('absent' in source) throw new Error(`${source.name}: ${source.absent}`);
  return source;
}

/** Rules of another release: in one zone clocks are set otherwise (hours ahead of UTC), or null for a zone they do not have. */
export function otherRules(version: string, zone: string, ahead: number | null): ZoneRules {
  return {
    version,
    zones: rules.zones.filter((name) => ahead !== null || name !== zone),
    resolve: (name) => {
      const found = rules.resolve(name);
      return found === zone && ahead === null ? null : found;
    },
    offsetAt: (name, instant) => {
      if (name !== zone) return rules.offsetAt(name, instant);
      if (ahead === null) throw new RangeError(`no ${zone}`);
      return ahead * 3_600_000;
    },
  };
}
