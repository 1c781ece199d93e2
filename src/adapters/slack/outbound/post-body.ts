import { createHash } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import type { SlackMessage } from '../cards/render.ts';
import { groupIdOf } from '../cards/user-group.ts';

/** Tells our metadata from that of other apps. */
export const metadataType = 'pytorch_bot_post';

/** Marks by which a post can be found again: the metadata contains its key, and `client_msg_id` is derived from it. */
export type PostMarks = {
  readonly metadata: { readonly event_type: typeof metadataType; readonly event_payload: { readonly key: string } };
  readonly client_msg_id: string;
};

/**
 * https://docs.slack.dev/messaging/message-metadata; `client_msg_id` is not documented for posts and may do nothing.
 */
export function postMarks(key: string): PostMarks {
  return { metadata: { event_type: metadataType, event_payload: { key } }, client_msg_id: nameUuid(key) };
}

/**
 * The message with a mention of a user group in front, which is given by its id or a mention. Anything else is ignored: text between the brackets could just as
 * well ping everybody. https://docs.slack.dev/messaging/formatting-message-text#mentioning-groups
 */
export function withPing(message: SlackMessage, ping: string | null): SlackMessage {
  const group = ping === null ? null : groupIdOf(ping);
  if (group === null) return message;
  const call = `<!subteam^${group}>`;
  const block: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text: call, verbatim: true } };
  return { ...message, text: `${call} ${message.text}`, blocks: [block, ...message.blocks] };
}

/** A version 5 UUID (RFC 9562, 5.5) of a name: deterministic and unique. */
function nameUuid(name: string): string {
  // A namespace of our own, generated once.
  const namespace = Buffer.from('5f0c9a3e4b7d4d1c9a6e2f8b7c1d0e35', 'hex');
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
