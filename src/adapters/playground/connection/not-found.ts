import type { NotFoundHandler } from 'hono';
import type { Markup } from '../cards/markup.ts';
import type { AssetAddresses } from '../pages/assets.ts';
import { notFoundPage } from '../pages/not-found-page.ts';

/** Answers for an address that leads nowhere: with a page whoever opens one, in plain words a script or an image. */
export function answerNotFound(assets: AssetAddresses, home?: Markup): NotFoundHandler {
  return (context) => {
    const wantsPage = (context.req.header('accept') ?? '').includes('text/html');
    return wantsPage
      ? context.html(notFoundPage('There is no page at this address.', assets, home), 404)
      : context.text('There is nothing at this address.\n', 404);
  };
}
