import type { BlockAction, BlockElementAction, MessageShortcut, SlashCommand } from '@slack/bolt';
import type { Reply } from '../../../app/ports.ts';
import type { SlackMessage } from '../cards/render.ts';
import { isDirect } from '../connection/direct-channel.ts';
import type { PostResponse, ResponseBody } from './response-url.ts';
import type { WebReply } from './web-reply.ts';

/** A reply whose card has become a message. */
export type ReadyReply = Pick<Reply, 'audience' | 'place'> & { readonly message: SlackMessage };

/** The ways back from one event, whatever kind it is. */
export type Delivery = {
  /** The very same request came before: it gets an answer that can travel with the acknowledgement, and no effect. */
  readonly repeated: boolean;
  /**
   * Tells Slack within 3 s that the event has arrived, with the reply where events of this kind take one along.
   * Resolves to whether it did. Rejects when Slack could not be told.
   */
  readonly acknowledge: (reply: ReadyReply | null) => Promise<boolean>;
  /** Sends a reply on its own, after the acknowledgement. Rejects when it did not arrive. */
  readonly send: (reply: ReadyReply) => Promise<void>;
};

type Acknowledge<Body> = (body?: Body) => Promise<void>;

/** A slash command takes its reply along in the acknowledgement; a later one goes to its response address. */
export function commandDelivery(
  command: SlashCommand,
  ack: Acknowledge<ResponseBody>,
  postResponse: PostResponse,
  repeated: boolean,
): Delivery {
  return {
    repeated,
    acknowledge: async (reply) => {
      await (reply === null ? ack() : ack(responseBody(reply)));
      return reply !== null;
    },
    send: (reply) => postResponse(command.response_url, responseBody(reply)),
  };
}

/**
 * The acknowledgement of a pressed button carries nothing; a reply goes to its response address. A button on the app's
 * own page has none, and there every reply goes to the person's direct messages.
 */
export function pressDelivery(
  body: BlockAction<BlockElementAction>,
  ack: Acknowledge<void>,
  postResponse: PostResponse,
  webReply: WebReply,
  repeated: boolean,
): Delivery {
  const address: string | undefined = body.response_url;
  return {
    repeated,
    acknowledge: withoutReply(ack),
    send: (reply) =>
      address === undefined
        ? webReply.directly({ channel: body.user.id, thread: null }, reply.message)
        : postResponse(address, pressBody(body, reply)),
  };
}

/** A message shortcut is answered as a button in that message would be. */
export function shortcutDelivery(
  { response_url: address, message }: MessageShortcut,
  ack: Acknowledge<void>,
  postResponse: PostResponse,
  repeated: boolean,
): Delivery {
  const place = inThread(message['thread_ts'], message.ts);
  return {
    repeated,
    acknowledge: withoutReply(ack),
    send: (reply) => postResponse(address, { ...responseBody(reply), replace_original: false, ...place }),
  };
}

function withoutReply(ack: Acknowledge<void>): Delivery['acknowledge'] {
  return async () => {
    await ack();
    return false;
  };
}

function responseBody({ message, audience }: ReadyReply): ResponseBody {
  return { ...message, response_type: audience === 'asker' ? 'ephemeral' : 'in_channel' };
}

function pressBody(body: BlockAction<BlockElementAction>, reply: ReadyReply): ResponseBody {
  if (reply.place === 'instead' && canReplace(body, reply)) return { ...responseBody(reply), replace_original: true };
  const { thread_ts: thread = body.message?.['thread_ts'], message_ts: own } = body.container;
  return { ...responseBody(reply), replace_original: false, ...inThread(thread, own) };
}

/** A message that has a thread under it names itself as the thread: who presses there is in the channel. */
function inThread(thread: unknown, own: unknown): { readonly thread_ts?: string } {
  return typeof thread === 'string' && thread !== own ? { thread_ts: thread } : {};
}

/**
 * A message stays as private or public as it is when it is replaced. So a private answer never takes the place of a
 * message that all can see (but in a direct message, where all is one), nor a public one that of a private message.
 */
function canReplace(body: BlockAction<BlockElementAction>, { audience }: ReadyReply): boolean {
  if (body.container['is_ephemeral'] === true) return audience === 'asker';
  return audience === 'channel' || isDirect(body.channel?.id ?? '-');
}
