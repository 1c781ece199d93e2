import { Hono } from 'hono';
import type { ProgressPages } from '../../../app/progress/progress-pages.ts';
import { notFoundPage } from '../pages/not-found-page.ts';
import { progressPage } from '../pages/progress-page.ts';
import type { Site } from '../pages/site.ts';

/** The pages of people's progress, for whoever knows the address of one, and what can be downloaded there. Nothing can be changed by it. */
export function createProgressRoutes(pages: ProgressPages, site: () => Site): Hono {
  const app = new Hono();

  app.get('/progress/:token', async (context) => {
    const token = context.req.param('token');
    const progress = await pages.progress(token);
    context.header('x-robots-tag', 'noindex');
    if (progress === null) return context.html(notFoundPage('There is no progress at this address.', site()), 404);
    return context.html(progressPage(progress, `/progress/${token}`, site()));
  });

  app.get('/progress/:token/:kind{anki|data}', async (context) => {
    const { token, kind } = context.req.param();
    const file = await pages.file(token, kind === 'anki' ? 'anki' : 'data');
    context.header('x-robots-tag', 'noindex');
    if (file === null) return context.html(notFoundPage('There is no progress at this address.', site()), 404);
    return context.body(file.text, 200, {
      'content-type': `${file.type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file.name}"`,
    });
  });
  return app;
}
