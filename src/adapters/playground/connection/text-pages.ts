import { Hono } from 'hono';
import type { TextPages } from '../../../core/text-page.ts';
import type { Site } from '../pages/site.ts';
import { textPage } from '../pages/text-page.ts';

/** The texts under their names (`/privacy`); where nothing else is at the root, what the bot is stands there, too. */
export function createTextPages(texts: TextPages, site: () => Site, { atRoot }: { readonly atRoot: boolean }): Hono {
  const app = new Hono();
  for (const [name, page] of texts) app.get(`/${name}`, (context) => context.html(textPage(page, site())));
  const about = texts.get('about');
  if (atRoot && about !== undefined) app.get('/', (context) => context.html(textPage(about, site())));
  return app;
}
