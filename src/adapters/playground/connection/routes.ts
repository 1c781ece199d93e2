import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { Application } from '../../../app/ports.ts';
import type { Pictures } from '../cards/pictures.ts';
import { playgroundSurface } from '../cards/surface.ts';
import { channelsOf } from '../inbound/channels.ts';
import { completeTyped } from '../inbound/completion.ts';
import type { Player, Players } from '../inbound/players.ts';
import { userKey } from '../inbound/players.ts';
import type { Message } from '../outbound/message.ts';
import type { MessageLog } from '../outbound/message-log.ts';
import type { AssetAddresses } from '../pages/assets.ts';
import type { BankNotice } from '../pages/bank-notice.ts';
import { suggestionList } from '../pages/composer.ts';
import { playgroundPage } from '../pages/playground-page.ts';
import type { View } from '../pages/view.ts';
import { channelOf, viewAddress } from '../pages/view.ts';
import type { Conversation } from '../reply/conversation.ts';
import { sendChanges } from './changes.ts';

/** Largest request body, in bytes, and longest text that is accepted, in UTF-16 units. */
const largestBody = 16 * 1024;
const longestText = 2000;
const longestZone = 100;

type Options = {
  readonly application: Application;
  readonly messages: MessageLog;
  readonly players: Players;
  readonly conversation: Conversation;
  readonly notice: BankNotice;
  readonly assets: AssetAddresses;
  /** Null if pictures cannot be drawn. */
  readonly pictures: Pictures | null;
  /** Ends all live connections. */
  readonly signal: AbortSignal;
};

/** The pages of the playground. Anyone who has a page's address is its player. */
export function createRoutes(options: Options): Hono {
  const { application, messages, players, conversation, notice, assets, pictures, signal } = options;
  const surface = playgroundSurface(pictures !== null);
  const app = new Hono();

  function viewOf(context: Context): View | null {
    const player = playerOf(context);
    const channel =
      player === null ? undefined : channelsOf(player).find(({ slug }) => slug === context.req.param('channel'));
    if (player === null || channel === undefined) return null;
    const thread = context.req.param('thread') ?? null;
    const root = thread === null ? null : seen(player, thread);
    return { player, channel, thread: root !== null && root.channel === channel.key ? root.id : null };
  }

  function playerOf(context: Context): Player | null {
    return players.byToken(context.req.param('token') ?? '');
  }

  /** A message, if this player can see it. */
  function seen(player: Player, id: string): Message | null {
    const message = messages.find(id);
    const visible = message !== null && channelOf(player, message.channel) !== undefined;
    return visible && (message.to === null || message.to === userKey(player)) ? message : null;
  }

  function show(context: Context): Response | Promise<Response> {
    const view = viewOf(context);
    if (view === null) return context.redirect('/', 303);
    return context.html(playgroundPage({ context: { view, messages, surface }, assets, news: notice.news() }));
  }

  function live(context: Context): Response {
    const view = viewOf(context);
    const asked = Number(context.req.header('last-event-id') ?? context.req.query('since'));
    const since = Number.isSafeInteger(asked) && asked >= 0 ? asked : 0;
    return streamSSE(context, async (stream) => {
      // A page from another session: nothing that it shows still exists.
      if (view === null || since > messages.revision()) return stream.writeSSE({ event: 'reload', data: '' });
      await sendChanges({ stream, context: { view, messages, surface }, notice, since, signal });
    });
  }

  app.use(bodyLimit({ maxSize: largestBody, onError: (context) => context.text('That is too long.\n', 413) }));
  app.get('/', (context) => {
    // An image or iframe on another page with this address is not a visit.
    const isVisit = ['document', undefined].includes(context.req.header('sec-fetch-dest'));
    return isVisit ? context.redirect(viewAddress(players.create(), 'general'), 303) : context.notFound();
  });
  for (const path of ['/p/:token/:channel', '/p/:token/:channel/thread/:thread'] as const) {
    app.get(path, show);
    app.get(`${path}/events`, live);
  }

  app.get('/p/:token/:channel/suggestions', (context) => {
    const view = viewOf(context);
    if (view === null) return context.notFound();
    const text = (context.req.query('text') ?? '').slice(0, longestText);
    const box = context.req.query('box') === 'thread-box' ? 'thread-box' : 'message-box';
    return context.html(suggestionList(completeTyped(text, view.channel.direct, application), box));
  });

  app.post('/p/:token/:channel/messages', async (context) => {
    const view = viewOf(context);
    if (view === null) return context.notFound();
    const form = await fieldsOf(context);
    const text = (form['text'] ?? '').trim().slice(0, longestText);
    const root = form['thread'] === undefined ? null : seen(view.player, form['thread']);
    if (form['thread'] !== undefined && root?.channel !== view.channel.key) return context.notFound();
    if (text !== '') await conversation.type({ ...view, thread: root?.id ?? null, zone: zoneOf(context) }, text);
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
    await conversation.press({ player, channel, thread: message.thread, zone: zoneOf(context) }, message, button);
    return context.body(null, 204);
  });

  app.post('/p/:token/dismiss', async (context) => {
    const player = playerOf(context);
    const message = player === null ? null : seen(player, (await fieldsOf(context))['message'] ?? '');
    if (player === null || message?.to !== userKey(player)) return context.notFound();
    messages.remove(message.id);
    return context.body(null, 204);
  });

  app.post('/p/:token/name', async (context) => {
    const player = playerOf(context);
    if (player === null) return context.notFound();
    const renamed = players.rename(player, (await fieldsOf(context))['name'] ?? '');
    return renamed ? context.body(null, 204) : context.text('A name cannot be blank, so yours stays as it was.', 422);
  });

  app.get('/p/:token/picture/:message/:place', async (context) => {
    const player = playerOf(context);
    const message = player === null ? null : seen(player, context.req.param('message'));
    const drawn = (await pictures?.(message?.card ?? null, Number(context.req.param('place')))) ?? null;
    if (drawn === null) return context.notFound();
    return context.body(new Uint8Array(drawn), 200, {
      'content-type': 'image/png',
      'cache-control': 'private, max-age=3600',
    });
  });
  return app;
}

/** The time zone of the browser, sent by our own script; untrusted text. */
function zoneOf(context: Context): string | null {
  return context.req.header('time-zone')?.slice(0, longestZone) ?? null;
}

/** The text fields of a form; files are ignored. */
async function fieldsOf(context: Context): Promise<Readonly<Record<string, string>>> {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
