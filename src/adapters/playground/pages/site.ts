import { html } from 'hono/html';
import type { Markup } from '../cards/markup.ts';
import type { AssetAddresses } from './assets.ts';
import { layout } from './layout.ts';

/** A page to read: the question bank, a leaderboard. */
export function sitePage(title: string, content: Markup, assets: AssetAddresses): Markup {
  const body = html`<body class="site">
<a class="skip" href="#content">To the content</a>
<header class="site-head"><a class="brand" href="/questions">PyTorch <span>interview questions</span></a></header>
<main id="content">${content}</main>
</body>`;
  return layout({ title: `${title} · PyTorch interview questions`, assets, live: false, body });
}
