import type { BlockAction, BlockElementAction, SlashCommand } from '@slack/bolt';
import type { Reply } from '../../app/ports.ts';
import type { SlackMessage } from './render.ts';
import type { PostResponse, ResponseBody } from './response-url.ts';

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

/** The acknowledgement of a pressed button carries nothing; every reply goes to its response address. */
export function pressDelivery(
  body: BlockAction<BlockElementAction>,
  ack: Acknowledge<void>,
  postResponse: PostResponse,
  repeated: boolean,
): Delivery {
  return {
    repeated,
    acknowledge: async () => {
      await ack();
      return false;
    },
    send: (reply) => postResponse(body.response_url, pressBody(body, reply)),
  };
}

function responseBody({ message, audience }: ReadyReply): ResponseBody {
  return { ...message, response_type: audience === 'asker' ? 'ephemeral' : 'in_channel' };
}

function pressBody(body: BlockAction<BlockElementAction>, reply: ReadyReply): ResponseBody {
  if (reply.place === 'instead' && canReplace(body, reply)) return { ...responseBody(reply), replace_original: true };
  const thread: unknown = body.container['thread_ts'] ?? body.message?.['thread_ts'];
  const place = typeof thread === 'string' ? { thread_ts: thread } : {};
  return { ...responseBody(reply), replace_original: false, ...place };
}

/**
 * A message stays as private or public as it is when it is replaced. So a private answer never takes the place of a
 * message that all can see (but in a direct message, where all is one), nor a public one that of a private message.
 */
function canReplace(body: BlockAction<BlockElementAction>, { audience }: ReadyReply): boolean {
  if (body.container['is_ephemeral'] === true) return audience === 'asker';
  return audience === 'channel' || body.channel?.id.startsWith('D') === true;
}
