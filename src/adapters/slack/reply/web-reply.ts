import type { SlackMessage } from '../cards/render.ts';
import type { CallMethod } from '../connection/web-call.ts';
import type { Wait } from './retry.ts';
import { ReplyFault, withRetries } from './retry.ts';

/** Replies to events without a response URL: mentions, direct messages, buttons on the app's own page. */
export type WebReply = {
  /** To one person, in the channel where they spoke. Rejects with a Fault if it did not arrive. */
  readonly privately: (place: ReplyPlace, user: string, message: SlackMessage) => Promise<void>;
  /** To everybody. Rejects likewise. */
  readonly publicly: (place: ReplyPlace, message: SlackMessage) => Promise<void>;
  /**
   * To one person by direct message: `channel` is their conversation with the bot, or their own id. Rejects likewise.
   */
  readonly directly: (place: ReplyPlace, message: SlackMessage) => Promise<void>;
};

/** A conversation and the thread in it; null outside threads. */
export type ReplyPlace = { readonly channel: string; readonly thread: string | null };

/** Refusals of a private message in a channel after which a direct message can still reach the person. */
const notThere = [
  'channel_not_found',
  'not_in_channel',
  'user_not_in_channel',
  'is_archived',
  'restricted_action',
  'method_not_supported_for_channel_type',
];

/** Private replies are retried even if they may arrive twice; public ones only where that is impossible. */
export function createWebReply(call: CallMethod, wait: Wait): WebReply {
  const given = ({ channel, thread }: ReplyPlace, message: SlackMessage) => ({
    channel,
    ...(thread === null ? {} : { thread_ts: thread }),
    ...message,
  });
  const post = (place: ReplyPlace, message: SlackMessage, repeatable: boolean) =>
    withRetries(() => call('chat.postMessage', given(place, message)), repeatable, wait);

  async function privately(place: ReplyPlace, user: string, message: SlackMessage): Promise<void> {
    const { unfurl_links: _, unfurl_media: __, ...body } = given(place, message);
    try {
      await withRetries(() => call('chat.postEphemeral', { ...body, user }), true, wait);
    } catch (error) {
      const elsewhere =
        error instanceof ReplyFault && error.end.kind === 'refused' && notThere.includes(error.end.error);
      if (!elsewhere) throw error;
      await post({ channel: user, thread: null }, message, true);
    }
  }

  return {
    privately,
    publicly: (place, message) => post(place, message, false),
    directly: (place, message) => post(place, message, true),
  };
}
