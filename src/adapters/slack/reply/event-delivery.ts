import type { Opening } from '../cards/resolve.ts';
import type { Delivery } from './delivery.ts';
import type { ReplyPlace, WebReply } from './web-reply.ts';

/** Bolt acknowledges the Events API before it calls any listener, and the acknowledgement carries no reply. */
const acknowledged = async () => false;

/**
 * A mention is answered where it was made; a private answer is visible to that person only. In a thread `bot` is mentioned:
 * slash commands do not exist there (https://docs.slack.dev/interactivity/implementing-slash-commands).
 */
export function mentionDelivery(
  place: ReplyPlace,
  { user, bot }: { readonly user: string; readonly bot: Opening },
  webReply: WebReply,
): Delivery {
  return {
    ...(place.thread === null ? {} : { opening: bot }),
    place,
    own: false,
    repeated: false,
    acknowledge: acknowledged,
    send: ({ audience, message }) =>
      audience === 'asker' ? webReply.privately(place, user, message) : webReply.publicly(place, message),
  };
}

/** In a direct conversation every answer is a plain message. */
export function directDelivery(place: ReplyPlace, webReply: WebReply): Delivery {
  return {
    place,
    own: true,
    repeated: false,
    acknowledge: acknowledged,
    send: ({ message }) => webReply.directly(place, message),
  };
}
