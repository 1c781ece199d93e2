import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Application } from '../../../app/ports.ts';
import type { ItemStatistics } from '../../../app/practice/item-statistics.ts';
import type { ProgressPages } from '../../../app/progress/progress-pages.ts';
import type { Presenting } from '../../../app/quiz/presenting.ts';
import type { TextPages } from '../../../core/text-page.ts';
import { createAssets } from '../pages/assets.ts';
import type { BoardPages } from '../pages/board-pages.ts';
import { chatWay } from './join-way.ts';
import { answerNotFound } from './not-found.ts';
import { createPresenterRoutes } from './presenter-routes.ts';
import { createProgressRoutes } from './progress-routes.ts';
import { createResultsRoutes } from './results-routes.ts';
import { securityHeaders } from './security.ts';
import { createTextPages } from './text-pages.ts';
import type { PageBank } from './web-pages.ts';
import { createWebPages } from './web-pages.ts';

type Options = {
  /** The present banks, the default one first. */
  readonly banks: () => readonly [PageBank, ...PageBank[]];
  /** See `createWebPages`. */
  readonly complete: (bank: string, text: string, limit: number) => readonly string[];
  readonly related: Application['related'];
  /** Chance in [0, 1). */
  readonly random: () => number;
  /** Null if there are no leaderboards to show. */
  readonly boards: BoardPages | null;
  readonly statistics: ItemStatistics;
  readonly presenting: Presenting;
  readonly progress: ProgressPages;
  readonly texts: TextPages;
};

export type WebListener = {
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
  /** Ends live connections. */
  readonly stop: () => void;
};

/** The linkable pages alone, for a bot without a playground. They change nothing, so any host name may lead to them. */
export function createWebListener({ presenting, progress, ...options }: Options): WebListener {
  const assets = createAssets();
  const ending = new AbortController();
  const { texts } = options;
  const site = () => ({ subject: options.banks()[0].subject, assets: assets.addresses, texts });
  const app = new Hono();
  app.use(securityHeaders(assets.styleHashes));
  app.route('/', assets.app);
  app.use(compress());
  app.route('/', createWebPages({ ...options, assets: assets.addresses }));
  app.route('/', createPresenterRoutes({ presenting, joinWay: chatWay, site, signal: ending.signal }));
  app.route('/', createProgressRoutes(progress, site));
  app.route('/', createResultsRoutes(presenting, site));
  app.route('/', createTextPages(texts, site, { atRoot: true }));
  app.notFound(answerNotFound(site));
  const listener = getRequestListener(app.fetch);
  return {
    listener: (request, response) => {
      void listener(request, response);
    },
    stop: () => ending.abort(),
  };
}
