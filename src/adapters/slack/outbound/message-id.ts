/** Where one message of Slack's is: its time stamp names it only within its conversation. */
export type MessagePlace = { readonly channel: string; readonly ts: string };

/**
 * A message's id as the messenger hands it out: the time stamp alone where the address says the channel. A message to
 * one person stands in a conversation whose id Slack tells only in its answer, so that is part of the id there.
 */
export function messageId(address: { readonly kind: 'channel' | 'person' }, { channel, ts }: MessagePlace): string {
  return address.kind === 'channel' ? ts : `${channel}/${ts}`;
}

/** Back from `messageId`; `channel` is that of the address, null for a person. */
export function messagePlace(channel: string | null, id: string): MessagePlace {
  const cut = id.indexOf('/');
  return cut < 0 ? { channel: channel ?? '', ts: id } : { channel: id.slice(0, cut), ts: id.slice(cut + 1) };
}

/** Slack's own id out of a key (`slack:T1:C1`), or that id itself. */
export function ownId(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}
