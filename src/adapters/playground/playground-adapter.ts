import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { html } from 'hono/html';
import type { Adapter, Application, Log } from '../../app/ports.ts';
import type { ItemStatistics } from '../../app/practice/item-statistics.ts';
import type { ProgressPages } from '../../app/progress/progress-pages.ts';
import type { Presenting } from '../../app/quiz/presenting.ts';
import type { TextPages } from '../../core/text-page.ts';
import type { DrawPicture } from './cards/pictures.ts';
import { createPictures } from './cards/pictures.ts';
import { resolveCard } from './cards/resolve.ts';
import { findJoinWay } from './connection/join-way.ts';
import { answerNotFound } from './connection/not-found.ts';
import { createPresenterRoutes } from './connection/presenter-routes.ts';
import { createProgressRoutes } from './connection/progress-routes.ts';
import { createResultsRoutes } from './connection/results-routes.ts';
import { createRoutes } from './connection/routes.ts';
import { ownHost, sameOrigin, securityHeaders } from './connection/security.ts';
import { createTextPages } from './connection/text-pages.ts';
import type { PageBank } from './connection/web-pages.ts';
import { createWebPages } from './connection/web-pages.ts';
import type { BankEvents } from './inbound/bank-events.ts';
import { createPlayers } from './inbound/players.ts';
import { createPresence } from './inbound/presence.ts';
import { createMessageLog } from './outbound/message-log.ts';
import { createMessenger } from './outbound/messenger.ts';
import { createAssets } from './pages/assets.ts';
import { createBankNotice } from './pages/bank-notice.ts';
import type { BoardPages } from './pages/board-pages.ts';
import type { PlaygroundStore } from './playground-store.ts';
import { createAcknowledgements } from './reply/acknowledgements.ts';
import type { Conversation } from './reply/conversation.ts';
import { createConversation } from './reply/conversation.ts';
import { createFollowing } from './reply/following.ts';

type Options = {
  readonly application: Application;
  readonly log: Log;
  /** UTC ms. */
  readonly now: () => number;
  /** Chance in [0, 1). */
  readonly random: () => number;
  /** The present banks, the default one first. */
  readonly banks: () => readonly [PageBank, ...PageBank[]];
  /** See `createWebPages`. */
  readonly complete: (bank: string, text: string, limit: number) => readonly string[];
  readonly store: PlaygroundStore;
  /** Null to show a card's words without its picture. */
  readonly drawPicture?: DrawPicture | null;
  /** Edits of the bank; null if it is not watched. */
  readonly bankEvents?: BankEvents | null;
  /** Pages of leaderboards; null if there are none. */
  readonly boards?: BoardPages | null;
  /** How people answered; null if there is no page of it. */
  readonly statistics?: ItemStatistics | null;
  /** Texts beside the pages, such as the terms; none when left out. */
  readonly texts?: TextPages;
  /** Pages of people's progress; null if there are none. */
  readonly progress?: ProgressPages | null;
  /** The name or address on which the server listens. */
  readonly host?: string;
  /** Quizzes on a screen, and joining them by a page; null for neither. */
  readonly presenting?: Presenting | null;
  /** The address of the pages as it was configured, and this machine's in its network; null where there is none. */
  readonly webUrl?: string | null;
  readonly network?: () => string | null;
};

/** The bot on a web page. The process passes all requests that nothing else handles to `requestListener`. */
export type PlaygroundAdapter = Adapter & {
  readonly requestListener: (request: IncomingMessage, response: ServerResponse) => void;
};

/**
 * A stand-in for a chat, in a browser. It does not listen itself: the process's HTTP server passes requests on. `stop`
 * ends live connections and finishes answering what was typed.
 */
export function createPlaygroundAdapter(options: Options): PlaygroundAdapter {
  const { application, log, now, random, banks, complete, store, host = '127.0.0.1' } = options;
  const { drawPicture = null, bankEvents = null, boards = null, progress = null, statistics = null } = options;
  const { texts = new Map() } = options;
  const { presenting = null, webUrl = null, network = () => null } = options;
  const messages = createMessageLog({ store, now });
  const ending = new AbortController();
  const notice = createBankNotice(bankEvents);
  const acknowledgements = createAcknowledgements(now);
  const following = createFollowing();
  const { work, conversation } = countWork(
    createConversation({ application, messages, acknowledgements, following, log, now }),
  );
  const assets = createAssets();
  const site = () => ({ subject: banks()[0].subject, assets: assets.addresses, texts });
  const { related } = application;
  const routes = createRoutes({
    application,
    messages,
    acknowledgements,
    following,
    players: createPlayers(store),
    presence: createPresence(now),
    conversation,
    presenting,
    notice,
    assets: assets.addresses,
    pictures: drawPicture === null ? null : createPictures(drawPicture, log),
    now,
    signal: ending.signal,
  });
  const app = new Hono();
  app.use(securityHeaders(assets.styleHashes), ownHost(host, webUrl), sameOrigin);
  app.route('/', assets.app);
  app.use(compress());
  app.route(
    '/',
    createWebPages({ banks, complete, related, random, boards, statistics, assets: assets.addresses, texts }),
  );
  if (presenting !== null) {
    const joinWay = findJoinWay({ configured: webUrl, host, network });
    app.route('/', createPresenterRoutes({ presenting, joinWay, site, signal: ending.signal }));
    app.route('/', createResultsRoutes(presenting, site));
  }
  if (progress !== null) app.route('/', createProgressRoutes(progress, site));
  app.route('/', createTextPages(texts, site, { atRoot: false }));
  app.route('/', routes);
  app.notFound(answerNotFound(site, html`<a href="/">To the playground</a>`));
  app.onError((error, context) => {
    log.error({ err: error, path: context.req.routePath }, 'A page of the playground failed.');
    return context.text('That went wrong, and it has been noted.\n', 500);
  });
  const listener = getRequestListener(app.fetch);

  return {
    name: 'playground',
    messenger: createMessenger(messages, (card, channel) => resolveCard(card, application.subject(channel), now())),
    start: async () => {},
    stop: async () => {
      ending.abort();
      notice.stop();
      await Promise.allSettled(work);
    },
    requestListener: (request, response) => {
      void listener(request, response);
    },
  };
}

/** The same conversation, tracking all work in progress. */
function countWork({ type, press, take }: Conversation): {
  conversation: Conversation;
  work: ReadonlySet<Promise<unknown>>;
} {
  const work = new Set<Promise<unknown>>();
  const count = <Result>(promise: Promise<Result>): Promise<Result> => {
    work.add(promise);
    return promise.finally(() => work.delete(promise));
  };
  return {
    work,
    conversation: {
      type: (...given) => count(type(...given)),
      press: (...given) => count(press(...given)),
      take: (...given) => count(take(...given)),
    },
  };
}
