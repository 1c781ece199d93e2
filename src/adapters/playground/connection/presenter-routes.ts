import type { Context } from 'hono';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Presented, Presenting } from '../../../app/quiz/presenting.ts';
import type { JoinWay } from '../pages/join-way.ts';
import { notFoundPage } from '../pages/not-found-page.ts';
import { presentPath } from '../pages/present-path.ts';
import { presenterPage } from '../pages/presenter-page.ts';
import type { Site } from '../pages/site.ts';
import { sendStages } from './stages.ts';

/** How players join the quiz on a page that this request has opened; null as long as there is no way. */
export type FindJoinWay = (shown: Presented, context: Context) => JoinWay | null;

export type PresenterOptions = {
  readonly presenting: Presenting;
  readonly joinWay: FindJoinWay;
  readonly site: () => Site;
  /** Ends all live connections. */
  readonly signal: AbortSignal;
};

/** The presenter's view of quizzes, for whoever knows the address of one. Nothing can be changed by it. */
export function createPresenterRoutes({ presenting, joinWay, site, signal }: PresenterOptions): Hono {
  const app = new Hono();

  app.get('/present/:word', async (context) => {
    const word = context.req.param('word');
    const shown = await presenting.show(word);
    context.header('x-robots-tag', 'noindex');
    if (shown === null) return context.html(notFoundPage('There is no quiz at this address.', site()), 404);
    if (shown.next !== null) return context.redirect(presentPath(shown.next), 303);
    return context.html(presenterPage(shown, joinWay(shown, context), presentPath(word), site()));
  });

  app.get('/present/:word/events', async (context) => {
    const word = context.req.param('word');
    // A page that was open before goes on to hear that its quiz is gone; what never was is no page.
    const isPage = (await presenting.show(word)) !== null || context.req.header('last-event-id') !== undefined;
    if (!isPage) return context.notFound();
    return streamSSE(context, (stream) =>
      sendStages({ stream, presenting, word, signal, joinWay: (shown) => joinWay(shown, context) }),
    );
  });
  return app;
}
