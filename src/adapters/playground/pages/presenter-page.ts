import { html } from 'hono/html';
import type { Presented } from '../../../app/quiz/presenting.ts';
import type { Markup } from '../cards/markup.ts';
import type { JoinWay } from './join-way.ts';
import { layout } from './layout.ts';
import { presenterStage } from './presenter-stage.ts';
import type { Site } from './site.ts';

/** A quiz on a screen in a room. It goes on by itself, and nothing on it can be pressed. */
export function presenterPage(shown: Presented, join: JoinWay | null, address: string, site: Site): Markup {
  const { assets } = site;
  const body = html`<body class="presenter">
<div hx-ext="sse" sse-connect="${address}/events">
<div sse-swap="stage" hx-swap="none" hidden></div>
<div id="stage">${presenterStage(shown, join)}</div>
</div>
<p id="connection" role="status"></p>
<noscript><p class="notice">This page needs JavaScript to go on by itself. Load it anew to see how the quiz stands.</p></noscript>
</body>`;
  return layout({
    description: `${shown.presentation.title} for all in the room, from the lobby to the podium.`,
    title: `${shown.presentation.title} · on the screen`,
    assets: { ...assets, style: assets.presenter.style, script: assets.presenter.script },
    script: 'live',
    body,
  });
}
