import { html, raw } from 'hono/html';
import type { Markup } from '../cards/markup.ts';
import type { AssetAddresses } from './assets.ts';

type Layout = {
  readonly title: string;
  /** What the page is for, in a sentence: for search engines and for who is sent its address. */
  readonly description: string;
  readonly assets: AssetAddresses;
  /** Live pages load htmx and all of our own scripts, others what they need. */
  readonly script: 'live' | 'switching' | 'reading';
  readonly body: Markup;
};

/**
 * htmx without inline styles, without evaluating text, and without caching pages. Nothing is swapped that did not ask for it: what
 * was pressed may have become something else, without attributes, before its answer is here.
 */
const htmxSettings = JSON.stringify({
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  scrollBehavior: 'auto',
  defaultSwapStyle: 'none',
});

/** A whole HTML document. Its style is the one that the policy names by its hash; it has no inline script, and nothing comes from another host. */
export function layout({ title, description, assets, script: kind, body }: Layout): Markup {
  const settings = kind === 'reading' ? '' : html`<meta name="htmx-config" content="${htmxSettings}">`;
  const script = html`${settings}<script src="${assets[kind === 'live' ? 'script' : kind]}" defer></script>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f4f2ed" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1c1e22" media="(prefers-color-scheme: dark)">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<style>${raw(assets.style)}</style>
${script}
</head>
${body}
</html>`;
}
