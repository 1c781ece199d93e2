import { html } from 'hono/html';
import type { Markup } from '../cards/markup.ts';
import type { Site } from './site.ts';
import { sitePage } from './site.ts';

const allQuestions = html`<a href="/questions">All questions</a>`;

/** The 404 page; `words` say what does not exist, `home` is where to go instead. */
export function notFoundPage(words: string, site: Site, home: Markup = allQuestions): Markup {
  return sitePage('Not found', html`<h1>Not found</h1><p>${words}</p><p>${home}</p>`, site);
}
