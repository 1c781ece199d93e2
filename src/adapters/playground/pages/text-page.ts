import { html } from 'hono/html';
import type { TextPage } from '../../../core/text-page.ts';
import type { Markup } from '../cards/markup.ts';
import { cardMarkup } from '../cards/render.ts';
import { playgroundSurface } from '../cards/surface.ts';
import type { Site } from './site.ts';
import { sitePage } from './site.ts';

const surface = { ...playgroundSurface(false), alsoLinks: ['mailto:', '/'] };

/** A text to read: what the bot is, how to get help, what becomes of data, the terms. */
export function textPage({ title, parts }: TextPage, site: Site): Markup {
  const place = { surface, heading: 2, toAddress: (url: string) => url, pictureAddress: () => '' } as const;
  const content = html`<article class="text"><h1>${title}</h1>
${parts.map(({ heading, body }) => html`<section>${heading === null ? '' : html`<h2>${heading}</h2>`}${cardMarkup({ body }, { ...place, actions: null, choose: null })}</section>`)}</article>`;
  return sitePage(title, content, site);
}
