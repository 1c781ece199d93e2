import type { Absent, ZoneSource } from './source.ts';
import { findVersion, isZoneName } from './source.ts';

const name = 'Node';

/** The rules that come with the runtime. The only place that asks the runtime about a zone by name. */
export function runtimeZones(): ZoneSource | Absent {
  const version = findVersion(process.versions['tz'] ?? '');
  if (version === null) return { name, absent: 'it was built without time zones' };
  return {
    name,
    version,
    zones: Intl.supportedValuesOf('timeZone'),
    resolve: (zone) => {
      try {
        return isZoneName(zone) ? inZone(zone, 0).timeZoneId : null;
      } catch {
        return null;
      }
    },
    offsetAt: (zone, instant) => inZone(zone, instant).offsetNanoseconds / 1_000_000,
  };
}

function inZone(zone: string, instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(zone);
}
