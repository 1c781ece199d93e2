import type { Context } from 'hono';
import { Hono } from 'hono';
import type { TextAsked } from '../../../app/ports.ts';
import type { Presence } from '../inbound/presence.ts';
import type { Message } from '../outbound/message.ts';
import { dialogId } from '../pages/command-form.ts';
import { textForm } from '../pages/text-form.ts';
import type { View } from '../pages/view.ts';
import type { Conversation } from '../reply/conversation.ts';
import type { Access } from './access.ts';
import { browserZone, fieldsOf } from './request.ts';

/** Longest text that is ever asked for, in UTF-16 units; see `TextAsked`. */
const longestAsked = 3000;

type Options = {
  readonly presence: Pick<Presence, 'isAlone'>;
  readonly access: Access;
  readonly conversation: Conversation;
};

/** The form for a text that a press asks for; wherever the button stands, the page shows it in its dialog. */
export function answerWithForm(
  context: Context,
  asked: TextAsked,
  message: Message,
  view: View,
): Response | Promise<Response> {
  return context.html(textForm(asked, message, view), 200, { 'hx-retarget': `#${dialogId}`, 'hx-reswap': 'innerHTML' });
}

/** Takes the texts that were asked for. */
export function createTextRoutes({ presence, access, conversation }: Options): Hono {
  const { playerOf, channelOf, seen } = access;
  const app = new Hono();
  app.post('/p/:token/text', async (context) => {
    const player = playerOf(context);
    const { message: under = '', id = '', text = '' } = await fieldsOf(context);
    const message = player === null ? null : seen(player, under);
    const channel = player === null || message === null ? undefined : channelOf(player, message.channel);
    if (player === null || message === null || channel === undefined) return context.notFound();
    const around = { zone: browserZone(context), alone: presence.isAlone(player) };
    const spot = { player, channel, thread: message.thread, ...around };
    await conversation.take(spot, message, id, text.slice(0, longestAsked));
    return context.body(null, 204);
  });
  return app;
}
