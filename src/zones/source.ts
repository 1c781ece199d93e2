import type { ZoneRules } from '../core/schedule/zone-rules.ts';

/** Time zone rules from one source. */
export type ZoneSource = ZoneRules & {
  /** A readable name of the source: `Node`, `/usr/share/zoneinfo`, `moment-timezone`. */
  readonly name: string;
};

/** A source without usable rules. */
export type Absent = { readonly name: string; readonly absent: string };

/**
 * A release of the IANA database, `2026f`, found in a longer text (`2026f-1`, `# version 2026f`); null if there is
 * none.
 */
export function findVersion(text: string): string | null {
  return /(?<![\w.])\d{4}[a-z]{1,2}(?![a-z\d])/.exec(text)?.[0] ?? null;
}

/** Whether a name is safe to use as a file name of the database. */
export function isZoneName(name: string): boolean {
  return name.length <= 64 && /^[a-z][\w+-]*(\/[a-z\d][\w+-]*){0,3}$/i.test(name);
}

export function unknownZone(zone: string): RangeError {
  return new RangeError(`The time zone rules do not know ${zone}.`);
}
