import type { Unit } from './store/store.ts';

/** By whose calendar weeks and months of a channel are counted: that of its daily question, else UTC. */
export async function zoneOf(unit: Unit, channel: string): Promise<string> {
  return (await unit.daily.schedule(channel))?.settings.zone ?? 'UTC';
}
