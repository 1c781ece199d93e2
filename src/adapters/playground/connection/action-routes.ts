import type { Context } from 'hono';
import { Hono } from 'hono';
import { ownIdOf } from '../../../core/own.ts';
import type { Player, Players } from '../inbound/players.ts';
import { userKey } from '../inbound/players.ts';
import type { Presence } from '../inbound/presence.ts';
import { forgetPlayer } from '../inbound/remembered-player.ts';
import type { MessageLog } from '../outbound/message-log.ts';
import type { MessageContext } from '../pages/message.ts';
import type { View } from '../pages/view.ts';
import type { Conversation } from '../reply/conversation.ts';
import type { Access } from './access.ts';
import { answerWithForm } from './asked-form-routes.ts';
import { toFragments } from './changes.ts';
import { browserZone, fieldsOf, longestText } from './request.ts';

type Options = {
  readonly messages: MessageLog;
  readonly players: Players;
  readonly presence: Pick<Presence, 'isAlone'>;
  readonly access: Access;
  readonly conversation: Conversation;
  readonly contextOf: (view: View) => MessageContext;
};

/** What a player does: writing, pressing, dismissing, taking a name. */
export function createActionRoutes(options: Options): Hono {
  const { messages, players, presence, access, conversation, contextOf } = options;
  const { playerOf, viewOf, channelOf, seen } = access;
  const around = (player: Player, context: Context) => ({
    zone: browserZone(context),
    alone: presence.isAlone(player),
  });
  const app = new Hono();

  app.post('/p/:token/:channel/messages', async (context) => {
    const view = viewOf(context);
    if (view === null) return context.notFound();
    const form = await fieldsOf(context);
    const text = (form['text'] ?? '').trim().slice(0, longestText);
    const root = form['thread'] === undefined ? null : seen(view.player, form['thread']);
    if (form['thread'] !== undefined && root?.channel !== view.channel.key) return context.notFound();
    if (text !== '')
      await conversation.type({ ...view, thread: root?.id ?? null, ...around(view.player, context) }, text);
    return context.body(null, 204);
  });

  app.post('/p/:token/press', async (context) => {
    const player = playerOf(context);
    const { message: id = '', button = '' } = await fieldsOf(context);
    const message = player === null ? null : seen(player, id);
    const channel = player === null || message === null ? undefined : channelOf(player, message.channel);
    if (player === null || message === null || channel === undefined || button === '') {
      return context.notFound();
    }
    const spot = { player, channel, thread: message.thread, ...around(player, context) };
    const asked = await conversation.press(spot, message, button);
    if (asked !== null) return answerWithForm(context, asked, message, spot);
    const shown = messages.find(message.id);
    if (shown === null || shown.card === null || ownIdOf(shown.card) === null) return context.body(null, 204);
    // What was chosen is marked for this reader alone, so no change of the message tells of it.
    const inThread = context.req.header('hx-trigger')?.startsWith('t') === true;
    const thread = message.thread ?? (inThread ? message.id : null);
    return context.html(toFragments(shown, contextOf({ player, channel, thread })));
  });

  app.post('/p/:token/dismiss', async (context) => {
    const player = playerOf(context);
    const message = player === null ? null : seen(player, (await fieldsOf(context))['message'] ?? '');
    if (player === null || message?.to !== userKey(player)) return context.notFound();
    messages.remove(message.id);
    return context.body(null, 204);
  });

  app.post('/p/:token/anew', (context) => {
    if (playerOf(context) === null) return context.notFound();
    forgetPlayer(context);
    return context.body(null, 204, { 'hx-redirect': '/' });
  });

  app.post('/p/:token/name', async (context) => {
    const player = playerOf(context);
    if (player === null) return context.notFound();
    const renamed = players.rename(player, (await fieldsOf(context))['name'] ?? '');
    return renamed !== null
      ? context.body(null, 204)
      : context.text('A name cannot be blank, so yours stays as it was.', 422);
  });

  return app;
}
