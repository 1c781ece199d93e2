import { html } from 'hono/html';
import type { Markup } from '../cards/markup.ts';
import type { AssetAddresses } from './assets.ts';
import { sitePage } from './site.ts';

const allQuestions = html`<a href="/questions">All questions</a>`;

/** For an address that leads nowhere; `words` say what is not there, `home` is where one can go. */
export function notFoundPage(words: string, assets: AssetAddresses, home: Markup = allQuestions): Markup {
  return sitePage('Not found', html`<h1>Not found</h1><p>${words}</p><p>${home}</p>`, assets);
}
