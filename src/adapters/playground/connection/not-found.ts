import type { NotFoundHandler } from 'hono';
import type { Markup } from '../cards/markup.ts';
import { notFoundPage } from '../pages/not-found-page.ts';
import type { Site } from '../pages/site.ts';

/** Responds with 404: a page for whoever opens the address, plain text for scripts and images. */
export function answerNotFound(site: () => Site, home?: Markup): NotFoundHandler {
  return (context) => {
    const wantsPage = (context.req.header('accept') ?? '').includes('text/html');
    return wantsPage
      ? context.html(notFoundPage('There is no page at this address.', site(), home), 404)
      : context.text('There is nothing at this address.\n', 404);
  };
}
