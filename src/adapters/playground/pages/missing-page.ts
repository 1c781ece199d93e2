import { html } from 'hono/html';
import type { AssetAddresses } from '../assets.ts';
import type { Markup } from './markup.ts';
import { sitePage } from './site.ts';

/** For an address that leads nowhere; `words` say what is not there. */
export function missingPage(words: string, assets: AssetAddresses): Markup {
  return sitePage(
    'Not found',
    html`<h1>Not found</h1><p>${words}</p><p><a href="/questions">All questions</a></p>`,
    assets,
  );
}
