import type { BlockAction, BlockElementAction, MessageShortcut, SlashCommand } from '@slack/bolt';
import type { FormAsked, Reply } from '../../../app/ports.ts';
import type { SlackMessage } from '../cards/render.ts';
import type { Opening } from '../cards/resolve.ts';
import { isDirect } from '../connection/direct-channel.ts';
import type { OpenForm } from './asked-form.ts';
import type { FormOrigin } from './form-origin.ts';
import { packOrigin } from './form-origin.ts';
import { responseBody } from './response-body.ts';
import type { PostResponse, ResponseBody } from './response-url.ts';
import type { ReplyPlace, WebReply } from './web-reply.ts';

/** A reply whose card was rendered as a message. */
export type ReadyReply = Pick<Reply, 'audience' | 'place'> & { readonly message: SlackMessage };

/** The ways to respond to one event, whatever its kind. */
export type Delivery = {
  /** How a command is begun where the reply is read; left out where that is the slash command. */
  readonly opening?: Opening;
  /** Where replies stand, and the files that follow them; left out where that is not known. */
  readonly place?: ReplyPlace;
  /** It comes from the person's own conversation with the bot. */
  readonly own: boolean;
  /**
   * The very same request was received before: it gets a response if that can travel with the acknowledgement, and has
   * no effect.
   */
  readonly repeated: boolean;
  /**
   * Acknowledges the event within 3 s, with the reply if events of this kind can carry one. Resolves to whether the
   * reply was sent. Rejects if Slack could not be told.
   */
  readonly acknowledge: (reply: ReadyReply | null) => Promise<boolean>;
  /** Sends a reply on its own, after the acknowledgement. Rejects if it did not arrive. */
  readonly send: (reply: ReadyReply) => Promise<void>;
  /** Asks for a form, after the acknowledgement; left out where nothing can be asked. Rejects if it was not. */
  readonly ask?: (asked: FormAsked) => Promise<void>;
};

type Acknowledge<Body> = (body?: Body) => Promise<void>;

type Ways = {
  readonly postResponse: PostResponse;
  readonly webReply: WebReply;
  /** It comes from the person's own conversation with the bot, where a message for one person alone would vanish. */
  readonly own: boolean;
  readonly repeated: boolean;
};

/** A slash command's reply travels with the acknowledgement; a later one goes to its response URL. */
export function commandDelivery(
  command: SlashCommand,
  ack: Acknowledge<ResponseBody>,
  { postResponse, webReply, own, repeated }: Ways,
): Delivery {
  const place = { channel: command.channel_id, thread: null };
  return {
    place,
    own,
    repeated,
    acknowledge: async (reply) => {
      await (reply === null ? ack() : ack(responseBody(own ? { ...reply, audience: 'channel' } : reply)));
      return reply !== null;
    },
    send: (reply) =>
      own ? webReply.directly(place, reply.message) : postResponse(command.response_url, responseBody(reply)),
  };
}

/**
 * The acknowledgement of a pressed button carries nothing; a reply goes to its response URL. A button on the app's own
 * page has none, so every reply goes to the person's direct messages. In those a new reply is an ordinary message.
 */
export function pressDelivery(
  body: BlockAction<BlockElementAction>,
  ack: Acknowledge<void>,
  ways: Ways & { readonly openForm: OpenForm },
): Delivery {
  return {
    ...formDelivery(body, ack, ways),
    ask: (asked) => ways.openForm(body.trigger_id, asked, packOrigin(body)),
  };
}

/** A form that was asked for is answered as the press that led to it. */
export function formDelivery(
  body: FormOrigin,
  ack: Acknowledge<void>,
  { postResponse, webReply, own, repeated }: Ways,
): Delivery {
  const address: string | undefined = body.response_url;
  const place = body.channel === undefined ? null : { channel: body.channel.id, thread: threadOf(body) ?? null };
  return {
    ...(place === null ? {} : { place }),
    own,
    repeated,
    acknowledge: withoutReply(ack),
    send: (reply) => {
      if (address === undefined) return webReply.directly({ channel: body.user.id, thread: null }, reply.message);
      const isReplaced = reply.place === 'instead' && canReplace(body, reply);
      if (own && !isReplaced && place !== null) return webReply.directly(place, reply.message);
      return postResponse(
        address,
        isReplaced ? { ...responseBody(reply), replace_original: true } : pressBody(body, reply),
      );
    },
  };
}

/**
 * True for a button in the person's own conversation with the bot: under a message that stays, which the bot can post in no
 * other between two people.
 */
export function isOwnDirect({ channel, container }: BlockAction<BlockElementAction>): boolean {
  return isDirect(channel?.id ?? '-') && container['is_ephemeral'] !== true;
}

/** A message shortcut is answered like a button in that message. */
export function shortcutDelivery(
  { response_url: address, message }: MessageShortcut,
  ack: Acknowledge<void>,
  postResponse: PostResponse,
  repeated: boolean,
): Delivery {
  const place = inThread(message['thread_ts'], message.ts);
  return {
    own: false,
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

function pressBody(body: FormOrigin, reply: ReadyReply): ResponseBody {
  const thread = threadOf(body);
  return { ...responseBody(reply), replace_original: false, ...(thread === undefined ? {} : { thread_ts: thread }) };
}

function threadOf({ container, message }: FormOrigin): string | undefined {
  const { thread_ts: thread = message?.['thread_ts'], message_ts: own } = container;
  return inThread(thread, own).thread_ts;
}

/** A message with a thread under it gives itself as the thread: a person who presses there is in the channel. */
function inThread(thread: unknown, own: unknown): { readonly thread_ts?: string } {
  return typeof thread === 'string' && thread !== own ? { thread_ts: thread } : {};
}

/**
 * A message stays private or public when it is replaced. So a private answer never replaces a public message (except in
 * direct messages, where both are the same), nor the other way round.
 */
function canReplace(body: FormOrigin, { audience }: ReadyReply): boolean {
  if (body.container['is_ephemeral'] === true) return audience === 'asker';
  return audience === 'channel' || isDirect(body.channel?.id ?? '-');
}
