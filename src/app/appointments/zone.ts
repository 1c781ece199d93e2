import { zonesForLocale } from '../../core/schedule/locale-zones.ts';
import type { UnknownZone } from '../../core/schedule/time-zones.ts';
import { readTimeZone } from '../../core/schedule/time-zones.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';

/** The zone that somebody wants; or what they typed (empty for nothing) of which nobody can tell which one it is. */
export type WantedZone =
  | { readonly kind: 'zone'; readonly zone: string; readonly ownZone: boolean }
  | { readonly kind: 'ask'; readonly typed: string; readonly unknown: Omit<UnknownZone, 'kind'> };

/** Reads the zone that was typed; where none was, it is the person's own, as far as the platform tells. */
export async function wantedZone(
  zoneText: string,
  { zone, locale }: Circumstances,
  { rules, clock }: Pick<Environment, 'rules' | 'clock'>,
): Promise<WantedZone> {
  const typed = zoneText === '' ? ((await zone?.()) ?? '') : zoneText;
  const reading = readTimeZone(typed, rules, clock.wall());
  if (reading.kind === 'zone') return { kind: 'zone', zone: reading.zone, ownZone: zoneText === '' };
  if (zoneText !== '') return { kind: 'ask', typed: zoneText, unknown: reading };
  return { kind: 'ask', typed: '', unknown: { suggestions: zonesForLocale(locale ?? null, rules) } };
}
