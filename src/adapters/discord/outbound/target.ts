import type { Address } from '../../../app/delivery/messenger.ts';
import { idOf } from '../connection/snowflake.ts';

/** The channel, the thread (which is a channel with the id of its message), or the person; null for no address on Discord. */
export function targetOf(address: Address): string | null {
  return idOf(address.kind === 'person' ? address.user : (address.thread ?? address.channel));
}
