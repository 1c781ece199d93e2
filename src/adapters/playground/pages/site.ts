import { html } from 'hono/html';
import type { Subject } from '../../../core/bank.ts';
import type { TextName, TextPages } from '../../../core/text-page.ts';
import type { Markup } from '../cards/markup.ts';
import type { AssetAddresses } from './assets.ts';
import { layout } from './layout.ts';

/** What all pages to read share: whose bank it is, and where their style lies. */
export type Site = {
  readonly subject: Subject;
  readonly assets: AssetAddresses;
  /** Texts that every page links to; none when left out. */
  readonly texts?: TextPages;
};

/** A page to read: the question bank, a leaderboard; one that is `switching` follows its own links without a reload. */
export function sitePage(
  title: string,
  content: Markup,
  { subject, assets, texts = new Map() }: Site,
  script: 'reading' | 'switching' = 'reading',
): Markup {
  const { name, title: bank } = subject;
  const brand = bank.startsWith(`${name} `) ? html`${name} <span>${bank.slice(name.length + 1)}</span>` : bank;
  const body = html`<body class="site">
<a class="skip" href="#content">To the content</a>
<header class="site-head"><a class="brand" href="/questions">${brand}</a></header>
<main id="content">${content}</main>
${texts.size === 0 ? '' : foot(texts)}</body>`;
  const description = `${title}: ${bank}, with answers that were run before they were written down.`;
  return layout({ title: `${title} · ${bank}`, description, assets, script, body });
}

const names: Readonly<Record<TextName, string>> = {
  about: 'About',
  support: 'Support',
  privacy: 'Privacy',
  terms: 'Terms',
};

function foot(texts: TextPages): Markup {
  return html`<footer class="site-foot"><ul>${[...texts.keys()].map((name) => html`<li><a href="/${name}">${names[name]}</a></li>`)}</ul></footer>
`;
}
