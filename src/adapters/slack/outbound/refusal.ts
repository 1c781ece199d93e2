import type { Delivery } from '../../../app/delivery/messenger.ts';
import { isOwnTrouble } from '../connection/own-trouble.ts';
import type { CallEnd } from '../connection/web-call.ts';

type Refusal = Delivery & { readonly kind: 'refused' };

/** Slack's error codes for a post or edit; https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const gone = [
  'channel_not_found',
  'is_archived',
  'is_inactive',
  'message_not_found',
  'thread_not_found',
  'user_not_found',
  'user_disabled',
  'team_not_found',
];

const forbidden = [
  'not_in_channel',
  'user_not_in_channel',
  'as_user_not_supported',
  'cannot_dm_bot',
  'cannot_reply_to_message',
  'messages_tab_disabled',
  'method_not_supported_for_channel_type',
];

/**
 * The workspace's settings do not let this message be edited, at all or any more;
 * https://docs.slack.dev/reference/methods/chat.update#errors
 */
const onlyEdits = ['cant_update_message', 'edit_window_closed'];

/** Why Slack refused permanently: `invalid` unless the error code is about the channel, the message or a permission. */
function toRefusal(error: string): Refusal {
  if (onlyEdits.includes(error)) return { kind: 'refused', why: 'forbidden', only: 'edits', reason: error };
  const why = gone.includes(error)
    ? 'gone'
    : forbidden.includes(error) || error.startsWith('restricted_action')
      ? 'forbidden'
      : 'invalid';
  return { kind: 'refused', why, ...(error === 'message_not_found' ? { only: 'message' } : {}), reason: error };
}

/** Converts the outcome of a failed call to a messenger's. */
export function toDelivery(end: Exclude<CallEnd, { kind: 'done' }>): Delivery {
  switch (end.kind) {
    case 'uncertain':
      return { kind: 'unknown', reason: end.reason };
    case 'refused':
      return isOwnTrouble(end.error) ? { kind: 'own', reason: end.error } : toRefusal(end.error);
    default:
      return { kind: 'later', after: end.after, reason: end.reason };
  }
}
