import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Application, FormAsked } from '../../../app/ports.ts';
import { playgroundSurface } from '../cards/surface.ts';
import type { Presence } from '../inbound/presence.ts';
import type { Message } from '../outbound/message.ts';
import { askedForm, previewMarkup } from '../pages/asked-form.ts';
import { dialogId } from '../pages/command-form.ts';
import type { View } from '../pages/view.ts';
import type { Conversation } from '../reply/conversation.ts';
import type { Access } from './access.ts';
import { browserZone, fieldsOf } from './request.ts';

/** Longest text that is ever asked for, in UTF-16 units; see `FormAsked`. */
const longestAsked = 3000;

type Options = {
  readonly presence: Pick<Presence, 'isAlone'>;
  readonly access: Access;
  readonly conversation: Conversation;
  readonly application: Pick<Application, 'preview'>;
};

/** The form that a press asks for; wherever the button stands, the page shows it in its dialog. */
export function answerWithForm(
  context: Context,
  asked: FormAsked,
  message: Message,
  view: View,
): Response | Promise<Response> {
  return context.html(askedForm(asked, message, view), 200, {
    'hx-retarget': `#${dialogId}`,
    'hx-reswap': 'innerHTML',
  });
}

/** Takes the forms that were asked for. */
export function createAskedFormRoutes({ presence, access, conversation, application }: Options): Hono {
  const { playerOf, channelOf, seen } = access;
  const app = new Hono();
  app.post('/p/:token/asked', async (context) => {
    const player = playerOf(context);
    const { message: under = '', id = '', ...fields } = await fieldsOf(context);
    const message = player === null ? null : seen(player, under);
    const channel = player === null || message === null ? undefined : channelOf(player, message.channel);
    if (player === null || message === null || channel === undefined) return context.notFound();
    const around = { zone: browserZone(context), alone: presence.isAlone(player) };
    const spot = { player, channel, thread: message.thread, ...around };
    await conversation.take(spot, message, id, filledIn(fields));
    return context.body(null, 204);
  });
  app.post('/p/:token/asked/preview', async (context) => {
    if (playerOf(context) === null) return context.notFound();
    const { message: _, id = '', ...fields } = await fieldsOf(context);
    const card = await application.preview(id, filledIn(fields));
    if (card === null) return context.body(null, 204);
    return context.html(previewMarkup(card, playgroundSurface(false)));
  });
  return app;
}

/** Browsers send line ends as CR and LF (https://html.spec.whatwg.org/#constructing-the-form-data-set). */
function filledIn(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value.replaceAll('\r\n', '\n').slice(0, longestAsked)]),
  );
}
