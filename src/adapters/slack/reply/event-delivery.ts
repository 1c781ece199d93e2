import type { Delivery } from './delivery.ts';
import type { ReplyPlace, WebReply } from './web-reply.ts';

/** The Events API is acknowledged by Bolt before any listener is called, and takes no reply along. */
const acknowledged = async () => false;

/** A mention is answered where it was said; a private answer is shown to that person alone. */
export function mentionDelivery(place: ReplyPlace, user: string, webReply: WebReply): Delivery {
  return {
    repeated: false,
    acknowledge: acknowledged,
    send: ({ audience, message }) =>
      audience === 'asker' ? webReply.privately(place, user, message) : webReply.publicly(place, message),
  };
}

/** In a conversation with the bot alone every answer is a plain message. */
export function directDelivery(place: ReplyPlace, webReply: WebReply): Delivery {
  return { repeated: false, acknowledge: acknowledged, send: ({ message }) => webReply.directly(place, message) };
}
