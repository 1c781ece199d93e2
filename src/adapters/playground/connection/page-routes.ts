import type { Context } from 'hono';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Application } from '../../../app/ports.ts';
import type { Pictures } from '../cards/pictures.ts';
import { completeTyped } from '../inbound/completion.ts';
import type { Presence } from '../inbound/presence.ts';
import type { MessageLog } from '../outbound/message-log.ts';
import type { AssetAddresses } from '../pages/assets.ts';
import type { BankNotice } from '../pages/bank-notice.ts';
import { suggestionList } from '../pages/composer.ts';
import type { MessageContext } from '../pages/message.ts';
import { earlierMessages } from '../pages/message-list.ts';
import { playgroundPage } from '../pages/playground-page.ts';
import type { View } from '../pages/view.ts';
import type { Acknowledgements } from '../reply/acknowledgements.ts';
import type { Following } from '../reply/following.ts';
import type { Access } from './access.ts';
import { sendChanges } from './changes.ts';
import { longestText } from './request.ts';

/** What pages are made of. */
export type PageOptions = {
  readonly application: Application;
  readonly messages: MessageLog;
  readonly acknowledgements: Acknowledgements;
  readonly following: Following;
  readonly presence: Presence;
  readonly access: Access;
  readonly notice: BankNotice;
  readonly assets: AssetAddresses;
  readonly contextOf: (view: View) => MessageContext;
  /** Null where no picture can be drawn. */
  readonly pictures: Pictures | null;
  /** UTC ms. */
  readonly now: () => number;
  /** Ends all live connections. */
  readonly signal: AbortSignal;
};

/** What a player looks at: a page and its changes, suggestions, pictures. */
export function createPageRoutes({
  application,
  messages,
  acknowledgements,
  following,
  presence,
  access,
  contextOf,
  notice,
  assets,
  pictures,
  now,
  signal,
}: PageOptions): Hono {
  const { playerOf, viewOf, seen } = access;
  const app = new Hono();

  function show(context: Context): Response | Promise<Response> {
    const view = viewOf(context);
    if (view === null) return context.redirect('/', 303);
    presence.expect(view.player);
    return context.html(
      playgroundPage({
        context: contextOf(view),
        from: messageId(context.req.query('from')),
        assets,
        news: notice.news(),
      }),
    );
  }

  function live(context: Context): Response {
    const view = viewOf(context);
    const asked = Number(context.req.header('last-event-id') ?? context.req.query('since'));
    const since = Number.isSafeInteger(asked) && asked >= 0 ? asked : 0;
    return streamSSE(context, async (stream) => {
      // A page of another time: nothing that it shows is still there.
      if (view === null || since > messages.revision()) return stream.writeSSE({ event: 'reload', data: '' });
      const leave = presence.enter(view.player);
      await sendChanges({
        stream,
        context: contextOf(view),
        notice,
        acknowledgements,
        following,
        since,
        now,
        signal,
      }).finally(leave);
    });
  }

  function earlier(context: Context): Response | Promise<Response> {
    const view = viewOf(context);
    const before = messageId(context.req.query('before'));
    if (view === null || before === null) return context.notFound();
    return context.html(earlierMessages(contextOf(view), before));
  }

  for (const path of ['/p/:token/:channel', '/p/:token/:channel/thread/:thread'] as const) {
    app.get(path, show);
    app.get(`${path}/events`, live);
    app.get(`${path}/earlier`, earlier);
  }

  app.get('/p/:token/:channel/suggestions', (context) => {
    const view = viewOf(context);
    if (view === null) return context.notFound();
    const text = (context.req.query('text') ?? '').slice(0, longestText);
    const box = context.req.query('box') === 'thread-box' ? 'thread-box' : 'message-box';
    return context.html(suggestionList(completeTyped(text, view.channel, application), box));
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

/** The id of a message in an address; null for anything else. */
function messageId(text: string | undefined): string | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? text : null;
}
