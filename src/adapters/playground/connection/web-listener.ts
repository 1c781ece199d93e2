import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Application } from '../../../app/ports.ts';
import type { Question } from '../../../core/question.ts';
import { createAssets } from '../pages/assets.ts';
import type { BoardPages } from '../pages/board-pages.ts';
import { answerNotFound } from './not-found.ts';
import { securityHeaders } from './security.ts';
import { createWebPages } from './web-pages.ts';

type Options = {
  /** The bank as it is at this moment. */
  readonly questions: () => readonly Question[];
  readonly complete: Application['complete'];
  /** Null where there are no leaderboards to show. */
  readonly boards: BoardPages | null;
};

/** The pages worth a link alone, for a bot that has no playground. They change nothing, so any name may lead to them. */
export function createWebListener(options: Options): (request: IncomingMessage, response: ServerResponse) => void {
  const assets = createAssets();
  const app = new Hono();
  app.use(securityHeaders);
  app.route('/', assets.app);
  app.use(compress());
  app.route('/', createWebPages({ ...options, assets: assets.addresses }));
  app.notFound(answerNotFound(assets.addresses));
  const listener = getRequestListener(app.fetch);
  return (request, response) => {
    void listener(request, response);
  };
}
