import { Hono } from 'hono';
import type { Presenting } from '../../../app/quiz/presenting.ts';
import { notFoundPage } from '../pages/not-found-page.ts';
import type { Site } from '../pages/site.ts';

/** The results of quizzes as files, each for whoever knows its address, which is told to its host alone. */
export function createResultsRoutes({ results }: Pick<Presenting, 'results'>, site: () => Site): Hono {
  const app = new Hono();

  app.get('/results/:word', async (context) => {
    const file = await results(context.req.param('word'));
    context.header('x-robots-tag', 'noindex');
    context.header('cache-control', 'no-store');
    if (file === null)
      return context.html(notFoundPage('There are no results at this address (any more).', site()), 404);
    return context.body(file.text, 200, {
      'content-type': `${file.type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file.name}"`,
    });
  });
  return app;
}
