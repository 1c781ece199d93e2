import type { ChannelSpan } from '../../core/card.ts';

/** A channel by its key, for people who are somewhere else. */
export function namedChannel(channel: string): ChannelSpan {
  return { kind: 'channel', channel, text: channel.split(':').at(-1) ?? channel };
}
