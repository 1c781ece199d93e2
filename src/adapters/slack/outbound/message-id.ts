/** Identifies a message of Slack's: its timestamp is only unique within its conversation. */
export type MessagePlace = { readonly channel: string; readonly ts: string };

/**
 * The id that the messenger gives to a message: just the timestamp if the address names the channel. A direct message
 * is in a conversation whose id only Slack's response tells, so there it is part of the id.
 */
export function messageId(address: { readonly kind: 'channel' | 'person' }, { channel, ts }: MessagePlace): string {
  return address.kind === 'channel' ? ts : `${channel}/${ts}`;
}

/** The inverse of `messageId`; `channel` is that of the address, null for a person. */
export function messagePlace(channel: string | null, id: string): MessagePlace {
  const cut = id.indexOf('/');
  return cut < 0 ? { channel: channel ?? '', ts: id } : { channel: id.slice(0, cut), ts: id.slice(cut + 1) };
}

/** Slack's own id from one of our keys (`slack:T1:C1`); such an id itself is returned unchanged. */
export function ownId(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}
