import type { AskedItem } from '../../core/asked-item.ts';
import { dailyGrace } from '../../core/schedule/due.ts';
import type { Flagged } from '../store/flag.ts';
import type { Outgoing } from '../store/outbox.ts';
import type { Unit } from '../store/store.ts';
import { flaggedCard } from '../views/flags.ts';

/** A channel in which whoever keeps the bank reads what is flagged. */
export type FlagChannel = { readonly scope: string; readonly channel: string };

/** What is done with flags besides counting them. */
export type FlagSettings = {
  readonly channels: readonly FlagChannel[];
  /** So many people let an item rest; null for never. */
  readonly rest: number | null;
};

/** Neither posted anywhere nor letting anything rest. */
export const onlyCounted: FlagSettings = { channels: [], rest: null };

/** An item's message is brought up to date at most every so often (ms). */
const interval = 15_000;

/** Says in the channels what is flagged of an item: in one message for each, which is kept up to date. */
export async function tellOfFlags(
  unit: Unit,
  flagged: Flagged,
  { item }: AskedItem,
  { channels, rest }: FlagSettings,
  now: number,
): Promise<void> {
  if (channels.length === 0) return;
  const about = (await unit.flags.of(flagged.asked)) ?? { ...flagged, people: 0, remarks: [] };
  const card = flaggedCard(about, item, rest !== null && about.people >= rest);
  for (const { scope, channel } of channels) {
    const id = `flag:${channel}:${flagged.asked}`;
    const outgoing: Omit<Outgoing, 'id' | 'errand' | 'expires'> = {
      ...{ lane: id, scope, channel, user: null, thread: null, due: now, pressed: 'wait', follow: null },
    };
    const post = { ...outgoing, id, errand: { kind: 'post', card, ping: null }, expires: now + dailyGrace } as const;
    if (about.people > 0 && (await unit.outbox.put(post, now))) continue;
    const edit = { kind: 'edit', target: id, card } as const;
    await unit.outbox.putLatest({ ...outgoing, id: `${id}:now`, errand: edit, expires: null }, now, interval);
  }
}
